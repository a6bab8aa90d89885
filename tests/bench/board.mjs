// The board of 300 invented schools over twelve half terms: how long the app works for it, and how long until its first
// picture. The list of the same 300 schools, opened in turn with it, is the reference.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ada, seeSchools, setUp } from '../web/harness/adviser.mjs';
import { CountyServer } from '../web/harness/county_server.mjs';
import { halfTermsUntilToday, writeHistory } from '../web/harness/invented_history.mjs';
import { openTablet } from '../web/harness/open_tablet.mjs';
import { inventedRegister } from '../web/harness/places.mjs';
import { until } from '../web/harness/waiting.mjs';
import { words } from '../web/harness/words.mjs';
import { measurePress } from './presses.mjs';

const schools = 300;
const halfTerms = 12;
const times = 25;

// The first school of the invented register, three hundred times under other names and numbers.
async function writeRegister(file) {
  const [header, first] = (await readFile(inventedRegister, 'latin1')).split(/\r?\n/);
  const names = ['Alder', 'Bittern', 'Clover', 'Dunnock', 'Elder', 'Fescue', 'Gorse', 'Heron', 'Iris', 'Jackdaw'];
  const rows = Array.from({ length: schools }, (_, place) => first
    .replace('900001', String(900_001 + place)).replace('2001', String(2001 + place))
    .replace('Ashmere', `${names[place % names.length]} Lane ${Math.floor(place / names.length) + 1}`));
  await writeFile(file, [header, ...rows, ''].join('\r\n'), 'latin1');
  return rows.map((row) => row.slice(0, 6));
}

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
  await mkdir(folder, { recursive: true });
  const register = path.join(folder, 'register.csv');
  const urns = await writeRegister(register);
  const calendar = halfTermsUntilToday(halfTerms);
  const county = new CountyServer(path.join(folder, 'county'), { calendar, register: { register, county: 'Wendshire', authority: '999', schools } });
  await county.start();
  const changes = await writeHistory(county, urns, calendar);
  const tablet = await openTablet('chromium', path.join(folder, 'profile'), {});
  try {
    await setUp(tablet, county, ada);
    await seeSchools(tablet, schools);
    await until('the history has arrived', async () => /Nothing has been written|Everything is received/.test(await tablet.text()), 60_000);
    const pictures = await pressInTurn(tablet, (locator) => measurePress(tablet, locator));
    return { changes, ...pictures, ...(await workInTurn(tablet)) };
  } finally {
    await tablet.close();
    await county.stop();
  }
}
