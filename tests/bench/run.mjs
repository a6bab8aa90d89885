// Measures the limits that the design names, and prints each beside its limit and a reference taken in the same run, in the
// same browser: ./dev bench. Nothing is asserted: figures of a busy machine are not faults.

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { ada, aspectsFor, openSchool, readyForOffline, setUp, startVisit } from '../web/harness/adviser.mjs';
import { CountyServer } from '../web/harness/county_server.mjs';
import { openTablet } from '../web/harness/open_tablet.mjs';
import { countRest, countersOf } from '../web/harness/worker_probes.mjs';
import { pause } from '../web/harness/waiting.mjs';
import { measureBoard } from './board.mjs';
import { CountingProxy } from './counting_proxy.mjs';
import { measureFrames } from './frames.mjs';
import { measureNoteSearches } from './note_searches.mjs';
import { measurePhotographs } from './photographs.mjs';
import { measureRegisters } from './registers.mjs';
import { measureScopes } from './scopes.mjs';
import { measurePresses, measureReferencePresses } from './presses.mjs';
import { measureReferenceSaves, watchSaves } from './saves.mjs';
import { measureSuggestions } from './suggestions.mjs';
import { measureSearches } from './searches.mjs';
import { measureStores } from './store.mjs';
import { milliseconds, printTable, quantile } from './tables.mjs';
import { measureSyncs } from './syncs.mjs';
import { measureTyping } from './typing.mjs';

const restSeconds = 20;
const presses = 120;

async function measureFirstVisit(proxy, tablet, county) {
  await setUp(tablet, county, ada);
  await readyForOffline(tablet);
  const files = proxy.answers.filter((answer) => !answer.path.startsWith('/api/'));
  const data = proxy.answers.filter((answer) => answer.path.startsWith('/api/'));
  const sum = (answers) => answers.reduce((total, answer) => total + answer.bytes, 0);
  printTable('What a first visit transfers', ['path', 'bytes', 'encoding'],
    proxy.answers.map((answer) => [answer.path, answer.bytes, answer.encoding]));
  return { app: sum(files), data: sum(data), asked: files.length };
}

async function measureRest(tablet) {
  await pause(3000);
  const before = await countersOf(tablet);
  await pause(restSeconds * 1000);
  const after = await countersOf(tablet);
  const grown = (where, what) => after[where][what] - before[where][what];
  return { frames: grown('worker', 'frames') + grown('page', 'frames'), timers: grown('worker', 'timers') + grown('page', 'timers') };
}

async function openAVisit(tablet) {
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await startVisit(tablet, { date: '2026-11-20', participants: 'The headteacher', focus: 'Reading' });
  const within = ['radiogroup', aspectsFor('primary')[0]];
  return { green: await tablet.see('radio', /^Green/, { within }), amber: await tablet.see('radio', /^Amber/, { within }) };
}

async function measure(folder) {
  const county = new CountyServer(path.join(folder, 'county'));
  await county.start();
  const proxy = await CountingProxy.before(county.port);
  const tablet = await openTablet('chromium', path.join(folder, 'profile'), { beforePage: countRest });
  try {
    const first = await measureFirstVisit(proxy, tablet, { address: proxy.address, firstCode: county.firstCode, about: county.about });
    await tablet.inWorker(countRest);
    await tablet.inWorker(watchSaves);
    const { green, amber } = await openAVisit(tablet);
    const ours = await measurePresses(tablet, [green, amber], presses);
    const saves = await tablet.inWorker(() => globalThis.saveTimes);
    const plainSaves = await tablet.inWorker(measureReferenceSaves);
    const rest = await measureRest(tablet);
    const plain = await measureReferencePresses(tablet, presses);
    report({ first, rest, ours, plain, saves, plainSaves });
  } finally {
    await tablet.close();
    await proxy.stop();
    await county.stop();
  }
}

function report({ first, rest, ours, plain, saves, plainSaves }) {
  const row = (name, figures, unit, limit, reference) => [name, figures.map(unit).join(' / '), limit, reference.map(unit).join(' / ')];
  const spread = (values, high) => [quantile(values, 0.5), quantile(values, high)];
  const whole = (value) => String(value);
  printTable(`Kitbag in Chromium, ${cpus().length} × ${cpus()[0].model}`, ['what', 'figure', 'limit', 'reference in this run'], [
    ['first visit, the app, compressed', `${(first.app / 1000).toFixed(0)} kB in ${first.asked} answers`, 'under 900 kB', ''],
    ['first visit, the county’s schools and criteria', `${(first.data / 1000).toFixed(0)} kB`, '', ''],
    [`at rest for ${restSeconds} s, frames and timers`, `${rest.frames} and ${rest.timers}`, '0 and 0', ''],
    row('press to changed picture, p50 / p95', spread(ours.map((press) => press.ms), 0.95), milliseconds, '',
      spread(plain.map((press) => press.ms), 0.95)),
    row('press to changed picture, frames, p50 / p95', spread(ours.map((press) => press.frames), 0.95), whole, 'within 2',
      spread(plain.map((press) => press.frames), 0.95)),
    row(`save, p50 / p99 of ${saves.length}`, spread(saves, 0.99), milliseconds, 'p50 under 10 ms', spread(plainSaves, 0.99)),
  ]);
  console.log('References: a press that fills a plain canvas in the page; 4 KiB written and flushed to a file of the private file system.');
}

function reportBoard({ changes, board, list, boardWork, listWork }) {
  const ms = (presses) => spread(presses.map((press) => press.ms)).map(milliseconds).join(' / ');
  const spread = (values) => [quantile(values, 0.5), quantile(values, 0.95)];
  printTable(`The board of 300 schools and twelve half terms, from ${changes} changes`, ['what, p50 / p95', 'figure', 'limit', 'the list of 300 schools, in turn with it'], [
    ['the app’s own work for a press, nothing drawn', spread(boardWork).map(milliseconds).join(' / '), 'under 100 ms', spread(listWork).map(milliseconds).join(' / ')],
    ['from the press to the first picture', ms(board), 'under 100 ms', ms(list)],
  ]);
}

function reportPhotographs({ photographs, plain }) {
  const spread = (values) => [quantile(values, 0.5), quantile(values, 0.95)].map(milliseconds).join(' / ');
  printTable('A photograph of 12 megapixels', ['what, p50 / p95', 'figure', 'limit', 'decoding it and encoding it small, nothing kept'], [
    ['from the camera to stored', spread(photographs), 'under 1 s', spread(plain)],
  ]);
}

function reportTyping({ edits, timers, plain, kept }) {
  const spread = (values) => [quantile(values, 0.5), quantile(values, 0.95)].map(milliseconds).join(' / ');
  printTable('A key in a note of 20,000 characters', ['the worker’s time, p50 / p95', 'figure', 'limit', 'the same text written to a file and flushed'], [
    [`for the key itself, of ${edits.length}`, spread(edits), 'together p95 under 10 ms', spread(plain)],
    [`for storing the draft, of ${timers.length}`, spread(timers), '', ''],
  ]);
  console.log(`Thirty keys a second, on a quarter of a processor, then killed: all ${kept} characters were there again.`);
}

// One part alone: ./dev bench board
const only = process.argv[2];
if (!only || only === 'suggestion') measureSuggestions();
if (!only || only === 'search') measureNoteSearches();
if (!only || only === 'register') measureRegisters();
if (!only || only === 'scope') measureScopes();
const folder = await mkdtemp(path.join(tmpdir(), 'kitbag-bench-'));
try {
  if (!only || only === 'app') await measure(folder);
  if (!only || only === 'store') await measureStores(path.join(folder, 'store'));
  if (!only || only === 'sync') await measureSyncs(path.join(folder, 'sync'));
  if (!only || only === 'frames') await measureFrames(path.join(folder, 'frames'));
  if (!only || only === 'list') await measureSearches(path.join(folder, 'list'));
  if (!only || only === 'typing') reportTyping(await measureTyping(path.join(folder, 'typing')));
  if (!only || only === 'photo') reportPhotographs(await measurePhotographs(path.join(folder, 'photo')));
  if (!only || only === 'board') reportBoard(await measureBoard(path.join(folder, 'board')));
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
