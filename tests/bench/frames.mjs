// What a frame costs on the busiest screens: the worker's time for it while a list is scrolled and a key is pressed, how long a press
// takes until the picture has changed, and what the app costs at rest. On a quarter of a processor, time by the clock is mostly waiting
// for a turn, and for software WebGL, which no tablet has; so the processor's time is told too, and the app's own part of each figure.

import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { aspectsFor, evidenceFor, judge, openPart, openSchool, openVisit, search, startVisit } from '../web/harness/adviser.mjs';
import { countRest, countersOf } from '../web/harness/worker_probes.mjs';
import { pause } from '../web/harness/waiting.mjs';
import { words } from '../web/harness/words.mjs';
import { inBusyCounty } from './busy_county.mjs';
import { catchModule, measureFixedWork, measureLoop, withoutDrawing } from './frame_loop.mjs';
import { measureOwnPart, measurePresses, measureReferencePresses } from './presses.mjs';
import { appRenderersOf, processorTime, renderersOf } from './processor_time.mjs';
import { letGo, onAQuarter } from './slow.mjs';
import { milliseconds, printTable, quantile } from './tables.mjs';
import { measureWorker } from './worker_time.mjs';

const school = 'Alder Lane 1 Primary School';
const note = 'Pupils in Year 4 explain what they are working on, and their books of the autumn show it. In two of three lessons the '
  + 'questions made them think.';
const presses = 40;
const steps = 150;
const keys = 60;
const keyEveryMs = 100;
const restSeconds = 20;
const settledMs = 3000;
const tidiedMs = 30_000; // The browser goes on compiling and tidying up by itself after so much work.

const both = (values) => [quantile(values, 0.5), quantile(values, 0.95)].map(milliseconds).join(' / ');

// Runs in the worker: from here on it notes the work for each frame and each message, and draws nothing, so that what is left is the
// app's own work and not that of software WebGL, which no tablet does.
const watchFrames = () => {
  globalThis.work = { frames: [], messages: [] };
  const timed = (list, work) => (...given) => {
    const began = performance.now();
    work(...given);
    globalThis.work[list].push(performance.now() - began);
  };
  globalThis.onmessage = timed('messages', globalThis.onmessage);
  const draw = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (work) => draw.call(globalThis, timed('frames', work));
  for (const name of ['drawElements', 'clear', 'bufferData', 'bufferSubData', 'texImage2D', 'texSubImage2D'])
    WebGL2RenderingContext.prototype[name] = () => {};
};

// Runs in the worker: what was noted so far, and a new beginning.
const takeWork = () => {
  const { work } = globalThis;
  globalThis.work = { frames: [], messages: [] };
  return work;
};

// Runs in the page: the part with the most in it is scrolled a bit further in each frame, as by a finger.
const scroll = async ({ times, step }) => {
  const parts = [...document.querySelectorAll('.scroll')];
  const part = parts.reduce((most, one) => (one.scrollHeight > most.scrollHeight ? one : most));
  for (let time = 0; time < times; ++time) {
    const end = part.scrollHeight - part.clientHeight - step;
    part.scrollTop = part.scrollTop >= end ? 0 : part.scrollTop + step;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  part.scrollTop = 0;
};

// Runs in the page: letters at an even pace, at the end of what the field holds; or the beginnings of a word in its place.
const type = async ({ field, word, count, everyMs }) => {
  const element = document.querySelector(field);
  element.focus();
  element.setSelectionRange(element.value.length, element.value.length);
  for (let key = 0; key < count; ++key) {
    if (word) element.select();
    document.execCommand('insertText', false, word ? word.slice(0, 1 + (key % word.length)) : 'abcdefghij'[key % 10]);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};

async function judgeEverything(tablet) {
  await openSchool(tablet, school, school);
  await startVisit(tablet, { date: '2026-11-20', participants: 'The headteacher', focus: 'Reading' });
  for (const aspect of aspectsFor('primary')) {
    const amber = await tablet.see('radio', /^Amber/, { within: ['radiogroup', aspect] });
    await judge(tablet, aspect, (await amber.attribute('aria-disabled')) ? 'Green' : 'Amber'); // Of some the criteria describe no Amber.
    await tablet.write('textbox', evidenceFor(aspect), note, { slowly: false });
  }
}

async function measurePictures(tablet, profile) {
  const within = ['radiogroup', aspectsFor('primary')[0]];
  const found = [await tablet.see('radio', /^Green/, { within }), await tablet.see('radio', /^Amber/, { within })];
  const measured = async () => ({
    ours: await measurePresses(tablet, found, presses),
    own: await measureOwnPart(tablet, profile, found, presses),
    plain: await measureReferencePresses(tablet, presses),
  });
  const full = await measured();
  const slow = await onAQuarter(profile, measured);
  letGo(profile, cpus().length);
  return { full, slow };
}

// Milliseconds of processor time while nothing happens. Nothing is asked of a page meanwhile, which would wake it.
async function timeAtRest(pids) {
  await pause(settledMs);
  const before = processorTime(pids);
  await pause(restSeconds * 1000);
  return processorTime(pids) - before;
}

// At rest nobody is in a field; where somebody is, the browser draws its caret twice a second. A plain page with a field, which brings a
// renderer of its own, is the reference for both.
async function measureRest(tablet, profile) {
  await tablet.inPage(() => document.activeElement.blur());
  await pause(tidiedMs);
  const counted = await countersOf(tablet);
  const ours = appRenderersOf(profile);
  const time = await timeAtRest(ours);
  const after = await countersOf(tablet);
  const grown = (what) => ['page', 'worker'].reduce((sum, where) => sum + after[where][what] - counted[where][what], 0);
  await tablet.inPage(() => document.querySelector('textarea').focus());
  const withCaret = await timeAtRest(ours);
  const others = renderersOf(profile);
  const page = await tablet.context.newPage();
  await page.goto('data:text/html,<title>Plain</title><h1>Plain</h1><textarea>Nothing happens here.</textarea>');
  const theirs = renderersOf(profile).filter((pid) => !others.includes(pid));
  const plain = await timeAtRest(theirs);
  await page.bringToFront();
  await page.click('textarea');
  const plainWithCaret = await timeAtRest(theirs);
  await page.close();
  return { frames: grown('frames'), timers: grown('timers'), time, withCaret, plain, plainWithCaret };
}

const screens = [
  { title: 'the list of 300 schools', open: openTheList, field: 'input[type=search]', word: 'lane' },
  { title: 'the board of 300 schools', open: (tablet) => openFromBar(tablet, 'board.title', 'table', 'board.heading') },
  { title: 'a visit with every aspect judged', open: openTheVisit, field: 'textarea' },
];

async function openFromBar(tablet, button, role, name) {
  await tablet.press('button', words(button));
  await tablet.see(role, words(name));
}

async function openTheList(tablet) {
  await openFromBar(tablet, 'schools.title', 'searchbox', 'schools.search');
  await search(tablet, ''); // As it was left otherwise.
}

async function openTheVisit(tablet) {
  await openFromBar(tablet, 'schools.title', 'searchbox', 'schools.search');
  await openSchool(tablet, school, school);
  await openVisit(tablet);
  await openPart(tablet, 'aspects');
  await tablet.see('radiogroup', aspectsFor('primary')[0]);
}

// `measure` is given each thing that is done on each of the screens.
async function onEachScreen(tablet, measure) {
  const rows = [];
  for (const { title, open, field, word } of screens) {
    await open(tablet);
    const doings = [['scrolling', () => tablet.inPage(scroll, { times: steps, step: 60 })]];
    if (field) doings.push(['typing', () => tablet.inPage(type, { field, word, count: keys, everyMs: keyEveryMs })]);
    for (const [doing, act] of doings) rows.push({ title, doing, ...(await measure(act)) });
  }
  return rows;
}

function measureProcessor(tablet, profile) {
  return onEachScreen(tablet, async (act) => {
    await act(); // Once before, so that the browser has compiled what is to be measured.
    const measured = () => measureWorker(tablet, profile, async () => {
      await act();
      await pause(settledMs / 3);
    });
    const row = await measured();
    const { frames: empty } = await withoutDrawing(tablet, measured);
    return { ...row, empty };
  });
}

async function measureLoops(tablet) {
  const rows = [];
  for (const { title, open } of screens) {
    await open(tablet);
    await tablet.rest();
    rows.push({ title, means: await measureLoop(tablet) });
  }
  return rows;
}

async function measureWork(tablet, profile) {
  await tablet.inWorker(watchFrames);
  return onEachScreen(tablet, async (act) => {
    const noted = async () => {
      await tablet.inWorker(takeWork);
      await act();
      await pause(settledMs / 3);
      return tablet.inWorker(takeWork);
    };
    const full = await noted();
    const slow = await onAQuarter(profile, noted);
    letGo(profile, cpus().length);
    return { full, slow };
  });
}

function reportProcessor(rows) {
  const fine = (values, times = 1) => [0.5, 0.95].map((share) => (times * quantile(values, share)).toFixed(2)).join(' / ');
  printTable('The worker’s processor time for a frame, ms, p50 / p95', ['where', 'frames', 'a frame', 'four times that', 'limit of p95', 'of it where the app does nothing', 'a message from the page'],
    rows.map((row) => [`${row.title}, ${row.doing}`, row.frames.length, fine(row.frames), fine(row.frames, 4), '4', fine(row.empty, 4), fine(row.messages)]));
  const each = ({ drawn }, what) => Math.round(drawn[what] / Math.max(1, drawn.pictures));
  printTable('What is drawn and made, in whole and for each picture', ['where', 'frames', 'pictures', 'orders to draw', 'corners', 'bytes given to WebGL', 'elements made', 'software WebGL, ms a picture'],
    rows.map((row) => [`${row.title}, ${row.doing}`, row.frames.length, row.drawn.pictures, each(row, 'calls'), each(row, 'corners'), each(row, 'bytes'),
      row.elements, Math.round(row.graphics / Math.max(1, row.drawn.pictures))]));
  console.log('Elements are told in whole. Software WebGL: processor time of the browser’s process for graphics, which also puts the window together.');
}

function reportLoops(rows) {
  const fine = (value) => value.toFixed(3);
  printTable('A frame of scrolling in the browser, one right after the other, ms, mean of 60', ['where', 'fastest of 25', 'middle', 'four times the middle', 'limit'],
    rows.map(({ title, means }) => [title, fine(Math.min(...means)), fine(quantile(means, 0.5)), fine(4 * quantile(means, 0.5)), '4']));
}

function reportFixedWork({ loop, frames }) {
  const inALoop = quantile(loop, 0.5);
  const times = [0.5, 0.95].map((share) => (quantile(frames, share) / inALoop).toFixed(1)).join(' / ');
  console.log(`A piece of work without the app: ${inALoop.toFixed(3)} ms one right after the other, and in a frame each, by the processor’s time, ${times} times that (p50 / p95).`);
}

function reportWork(rows) {
  const long = (row) => [`${row.title}, ${row.doing}`, row.full.frames.length, both(row.full.frames), both(row.slow.frames), both(row.full.messages), both(row.slow.messages)];
  printTable('The worker’s time by the clock, without what software WebGL takes to draw, p50 / p95',
    ['where', 'frames', 'a frame', 'the same, on a quarter of a processor', 'a message from the page', 'the same, on a quarter'], rows.map(long));
  console.log('The limit is a p95 of 4 ms for a frame, with the processor slowed four times.');
}

function reportPictures({ full, slow }) {
  const ms = (values) => both(values.map((press) => press.ms));
  const row = (name, { ours, own, plain }, limit) => [name, milliseconds(own.processor / presses), both(own.ms), ms(ours), limit, ms(plain)];
  printTable('From a press on a visit with every aspect judged, p50 / p95',
    ['', 'processor, page and worker, mean', 'to the picture as the app drew it', 'to its pixels, read back', 'limit of p95', 'a press that fills a plain canvas, the same'],
    [row('at full speed', full, ''), row('on a quarter of a processor', slow, '50 ms')]);
  console.log(`Four times the processor’s time at full speed: ${milliseconds(4 * full.own.processor / presses)}.`);
}

function reportRest({ frames, timers, time, withCaret, plain, plainWithCaret }) {
  printTable(`At rest for ${restSeconds} s`, ['what', 'figure', 'limit', 'a plain page'], [
    ['frames and timers', `${frames} and ${timers}`, '0 and 0', ''],
    ['processor time of the renderer', milliseconds(time), 'under 20 ms', milliseconds(plain)],
    ['the same with a caret blinking in a field', milliseconds(withCaret), '', milliseconds(plainWithCaret)],
  ]);
}

// The same without a browser, and of what a frame consists.
function measureNatively() {
  const printed = execFileSync('build/release/bin/frame_bench', ['--minimal'], { encoding: 'utf8', env: { ...process.env, KITBAG_FRAMES: '300' } });
  const measured = printed.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  const fine = ([middle, high]) => `${(middle / 1000).toFixed(3)} / ${(high / 1000).toFixed(3)}`;
  printTable('A frame natively, without showing it, ms, p50 / p95',
    ['where', 'nodes', 'whole', 'drawing', 'comparing', 'writing', 'bytes told', 'its words alone, by ImGui'],
    measured.map((one) => [`${one.screen}, ${one.doing}`, one.nodes, fine(one.whole), fine(one.drawing), fine(one.comparing), fine(one.writing), one.bytes.join(' / '), fine(one.plain)]));
  console.log('The limit for comparing and writing together is 1 ms, with the processor slowed four times.');
}

export async function measureFrames(folder) {
  measureNatively();
  await inBusyCounty(folder, { beforePage: countRest, beforeWorker: catchModule }, async ({ tablet, profile }) => {
    await tablet.inWorker(countRest);
    await judgeEverything(tablet);
    reportRest(await measureRest(tablet, profile)); // Before the presses: the browser tidies up after those for minutes.
    reportPictures(await measurePictures(tablet, profile));
    reportProcessor(await measureProcessor(tablet, profile));
    reportLoops(await measureLoops(tablet));
    reportFixedWork(await measureFixedWork(tablet, async (work) => (await measureWorker(tablet, profile, work)).frames));
    reportWork(await measureWork(tablet, profile)); // Last: nothing is drawn any more.
  });
}
