// The board of 300 invented schools over twelve half terms: how long the app works for it, and how long until its first
// picture. The list of the same 300 schools, opened in turn with it, is the reference.

import { words } from '../web/harness/words.mjs';
import { inBusyCounty } from './busy_county.mjs';
import { measurePress } from './presses.mjs';

const times = 25;

// Runs in the worker: how long each press keeps it, with the frames that follow.
const watchWork = () => {
  globalThis.workTimes = [];
  const timed = (work) => (...given) => {
    const began = performance.now();
    work(...given);
    const last = globalThis.workTimes.length - 1;
    if (last >= 0) globalThis.workTimes[last] += performance.now() - began;
  };
  const hear = timed(globalThis.onmessage);
  globalThis.onmessage = (event) => {
    if (event.data.given?.[0] === 'activate') globalThis.workTimes.push(0);
    hear(event);
  };
  const draw = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (work) => draw.call(globalThis, timed(work));
};

// Runs in the worker: from here on nothing is drawn, so that what is left is the app's own work and not that of software WebGL.
const drawNothing = () => {
  for (const name of ['drawElements', 'clear', 'bufferData', 'bufferSubData', 'texImage2D', 'texSubImage2D'])
    WebGL2RenderingContext.prototype[name] = () => {};
};

async function pressInTurn(tablet, press) {
  const measured = { board: [], list: [] };
  for (let time = 0; time < times; ++time) {
    const board = await tablet.see('button', words('board.title'));
    measured.board.push(await press(board.locator));
    await tablet.see('table', words('board.heading'));
    const list = await tablet.see('button', words('schools.title'));
    measured.list.push(await press(list.locator));
    await tablet.see('searchbox', words('schools.search'));
  }
  return measured;
}

async function workInTurn(tablet) {
  await tablet.inWorker(drawNothing);
  await tablet.inWorker(watchWork);
  await pressInTurn(tablet, (locator) => locator.click());
  const work = await tablet.inWorker(() => globalThis.workTimes);
  return { boardWork: work.filter((_, place) => place % 2 === 0), listWork: work.filter((_, place) => place % 2 === 1) };
}

export async function measureBoard(folder) {
  return inBusyCounty(folder, {}, async ({ tablet, changes }) => {
    const pictures = await pressInTurn(tablet, (locator) => measurePress(tablet, locator));
    return { changes, ...pictures, ...(await workInTurn(tablet)) };
  });
}
