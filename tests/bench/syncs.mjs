// Records up to the county and down to another tablet, beside PouchDB and its server: how many in a second, bytes on the wire, and what the server
// needs. Both clients keep what they receive in memory; PouchDB's server does too, while the county's commits each batch to its disk.

import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Chance } from '../../demonstration/chance.mjs';
import { Writer } from '../../demonstration/writer.mjs';
import { CountyServer } from '../web/harness/county_server.mjs';
import { Program } from '../web/harness/processes.mjs';
import { until } from '../web/harness/waiting.mjs';
import { CountingProxy } from './counting_proxy.mjs';
import { printTable } from './tables.mjs';

const records = 10_000;
const inOneVisit = 100;
const characters = 1000;
const batch = 400;
const pageMax = 500;
const tickMs = 10; // Of /proc/PID/stat: a hundredth of a second on Linux.
const pouchdb = path.resolve(import.meta.dirname, 'pouchdb');

// Words that nobody wrote, as hard to compress as words are.
function textsOf(chance) {
  const word = () => Array.from({ length: chance.whole(2, 9) }, () => chance.pick('aaabcdeeeefghiiiklmnnooprrssttuuvwy')).join('');
  const words = Array.from({ length: 3000 }, word);
  return Array.from({ length: records }, () => {
    let text = '';
    while (text.length < characters) text += `${chance.pick(words)} `;
    return text;
  });
}

function needsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
  return { processor: (Number(stat[11]) + Number(stat[12])) * tickMs, memory: Number(peak) / 1024 };
}

// `work` is given the address to ask. Gives what it took of a server, and what went over the wire.
async function measured(pid, port, work) {
  const proxy = await CountingProxy.before(port);
  const before = needsOf(pid);
  try {
    const times = await work(proxy.address);
    const after = needsOf(pid);
    const bytes = proxy.answers.reduce((sum, answer) => sum + answer.bytes + answer.sent.bytes, 0);
    return { ...times, bytes, processor: after.processor - before.processor, memory: after.memory };
  } finally {
    await proxy.stop();
  }
}

async function ask(address, where, token, sent = {}) {
  const answer = await fetch(address + where, { ...sent, headers: { Authorization: `Bearer ${token}`, ...sent.headers } });
  if (!answer.ok) throw new Error(`${where} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

function push(address, token, changes) {
  const body = gzipSync(JSON.stringify({ protocol: 1, changes }));
  return ask(address, '/api/push', token, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' } });
}

function changesOf(writer, texts) {
  const now = Date.now() - 3_600_000;
  let visit;
  for (const [place, text] of texts.entries()) {
    if (place % inOneVisit === 0) {
      visit = writer.newId(now);
      writer.write(now, 'visit', visit, { urn: '900001', kind: 'keeping_in_touch', governance: 'maintained', status: 'under_way', adviser: writer.adviser });
    }
    writer.write(now, 'evidence_note', writer.newId(now), { visit, aspect: '', text, by: writer.adviser });
  }
  return writer.changes;
}

async function measureOurs(folder, texts) {
  const county = new CountyServer(path.join(folder, 'county'));
  await county.start();
  try {
    const writer = new Writer(await county.enrolByHttp('Nell Croft', 'adviser'));
    const reader = await county.enrolByHttp('Cleo Reed', 'adviser');
    const changes = changesOf(writer, texts);
    return await measured(county.pid, county.port, async (address) => {
      const began = performance.now();
      for (let at = 0; at < changes.length; at += batch) {
        const { results } = await push(address, writer.token, changes.slice(at, at + batch));
        if (results.some((result) => result.outcome !== 'accepted')) throw new Error(`The county refused ${JSON.stringify(results[0])}`);
      }
      const sent = performance.now();
      const received = new Map();
      for (let page = { cursor: 0, more: true }; page.more;) {
        page = await ask(address, `/api/pull?after=${page.cursor}&limit=${pageMax}`, reader.token);
        for (const change of page.changes) received.set(change.id, change);
      }
      if (received.size !== changes.length) throw new Error(`${received.size} of ${changes.length} changes came down.`);
      return { up: sent - began, down: performance.now() - sent };
    });
  } finally {
    await county.stop();
  }
}

async function measureTheirs(folder, texts) {
  if (!existsSync(path.join(pouchdb, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: pouchdb, stdio: 'inherit' });
  const server = new Program('node', [path.join(pouchdb, 'server.mjs'), path.join(folder, 'pouchdb.log')]);
  try {
    const ready = await until('PouchDB’s server is ready', () => server.lines.find((line) => line.startsWith('ready: ')));
    const port = Number(new URL(ready.slice('ready: '.length)).port);
    const docs = texts.map((text, place) => ({ _id: String(place).padStart(8, '0'), visit: String(Math.floor(place / inOneVisit)), aspect: '', text, by: 'Nell Croft' }));
    return await measured(server.process.pid, port, async (address) => {
      const running = promisify(execFile)('node', [path.join(pouchdb, 'client.mjs'), address], { maxBuffer: 1 << 26 });
      running.child.stdin.end(JSON.stringify(docs));
      const { up, down, count } = JSON.parse((await running).stdout.trim().split('\n').at(-1));
      if (count !== records) throw new Error(`${count} of ${records} records came down from PouchDB.`);
      return { up, down };
    });
  } finally {
    await server.stop();
  }
}

export async function measureSyncs(folder) {
  const texts = textsOf(new Chance(7));
  const ours = await measureOurs(folder, texts);
  const theirs = await measureTheirs(folder, texts);
  const perSecond = (ms) => (records * 1000) / ms;
  const row = (name, of, unit, isLarger) => {
    const [our, their] = [of(ours), of(theirs)];
    return [name, unit(our), unit(their), (isLarger ? our / their : their / our).toFixed(1)];
  };
  const whole = (value) => value.toFixed(0);
  printTable(`${records} records of about 1 kB`, ['what', 'Kitbag', 'PouchDB and its server', 'times better; the aim is 10'], [
    row('records a second, up', ({ up }) => perSecond(up), whole, true),
    row('records a second, down', ({ down }) => perSecond(down), whole, true),
    row('megabytes on the wire, both ways', ({ bytes }) => bytes / 1e6, (value) => value.toFixed(1)),
    row('the server’s processor, ms', ({ processor }) => processor, whole),
    row('the server’s memory at most, MiB', ({ memory }) => memory, whole),
  ]);
}
