// Our store beside the official build of SQLite for browsers and wa-sqlite, in turn, in one Chromium, with one workload: store_workload.mjs.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openTablet } from '../web/harness/open_tablet.mjs';
import { milliseconds, printTable, quantile } from './tables.mjs';
import { counts } from './store_workload.mjs';

const folders = { bin: 'build/wasm/bin', 'web-shell': 'web-shell', packages: 'node_modules', bench: 'tests/bench' };
const types = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };
const engines = ['ours', 'official', 'officialLog', 'waSqlite'];
const turns = 3; // Of each, and the fastest counts: others share the machine.

async function answer(request, response) {
  const [, folder, ...rest] = new URL(request.url, 'http://127.0.0.1').pathname.split('/');
  const file = folder === '' ? undefined : path.join(folders[folder] ?? 'nowhere', ...rest);
  const body = file ? await readFile(file).catch(() => undefined) : '<!doctype html><title>Stores</title>';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[path.extname(file ?? '.html')] ?? 'text/plain' });
  response.end(body ?? '');
}

const inAWorker = (name) => new Promise((resolve, reject) => {
  const worker = new Worker('/bench/store_worker.mjs', { type: 'module' });
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.onmessage = ({ data }) => {
    worker.terminate();
    if (data.figures) resolve(data.figures);
    else reject(new Error(data.reason));
  };
  worker.postMessage(name);
});

const emptyFiles = async () => {
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
};

export async function measureStores(profile) {
  const server = createServer((request, response) => answer(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tablet = await openTablet('chromium', profile, { graphics: false });
  try {
    await tablet.page.goto(`http://127.0.0.1:${server.address().port}/`);
    const taken = Object.fromEntries(engines.map((name) => [name, []]));
    for (let turn = 0; turn < turns; ++turn) {
      for (const name of engines) {
        taken[name].push(await tablet.page.evaluate(inAWorker, name));
        await tablet.page.evaluate(emptyFiles);
      }
    }
    report(taken);
  } finally {
    await tablet.close();
    server.close();
  }
}

function report(taken) {
  const fastest = (name, figure) => Math.min(...taken[name].map(figure));
  const part = (title, figure, there = () => true) => {
    const ours = fastest('ours', figure);
    const cells = engines.map((name) => (there(name) ? `${milliseconds(fastest(name, figure))}${name === 'ours' ? '' : ` (${(ours / fastest(name, figure)).toFixed(2)})`}` : 'none'));
    return [title, ...cells];
  };
  const hasIndex = (name) => taken[name][0].searched.length > 0;
  const titles = ['ours, encrypted', 'sqlite-wasm, plain', `sqlite-wasm, ${taken.officialLog[0].journal}, plain`, 'wa-sqlite, plain, no index of words'];
  printTable(`A store of ${counts.schools} schools, ${counts.visits} visits and ${counts.notes} notes; in brackets ours as a share of it`, ['the fastest of 3 goes', ...titles], [
    part('a durable commit, p50', ({ committed }) => quantile(committed, 0.5)),
    part('a durable commit, p99', ({ committed }) => quantile(committed, 0.99)),
    part('from opening to the list of schools, p50', ({ openings }) => quantile(openings, 0.5)),
    part('a search, p50', ({ searched }) => quantile(searched, 0.5), hasIndex),
    part('a search, p99', ({ searched }) => quantile(searched, 0.99), hasIndex),
    part('loading all of it', ({ loaded }) => loaded),
    part('loading, and what ours does in idle time', ({ tidied }) => tidied),
  ]);
  console.log(`Found by the searches: ${engines.filter(hasIndex).map((name) => taken[name][0].found).join(', ')}.`);
}
