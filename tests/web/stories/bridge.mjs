// The real elements over the picture: every way of acting acts once, scrolling is the browser's own, and rest is rest.

import assert from 'node:assert/strict';
import {
  ada, aspectsFor, beginVisit, evidenceFor, judge, openPart, openSchool, openVisit, search, setUp, startUsual,
} from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { countRest, countersOf } from '../harness/worker_probes.mjs';
import { words } from '../harness/words.mjs';

async function visitUnderWay(stage, options) {
  const county = await stage.county();
  const tablet = await stage.tablet(options);
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  return { county, tablet };
}

// Runs in the page before it loads: counts what it tells the app's worker to activate.
const countActivations = () => {
  globalThis.activations = 0;
  for (const kind of [Worker, MessagePort]) {
    const original = kind.prototype.postMessage;
    kind.prototype.postMessage = function counted(message, ...rest) {
      if (JSON.stringify(message)?.includes('activate')) ++globalThis.activations;
      return original.call(this, message, ...rest);
    };
  }
};

story('click, tap, Enter, Space and a screen reader’s press each act once', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforePage: countActivations });
  await setUp(tablet, county, ada);
  const button = (name) => tablet.page.getByRole('button', { name, exact: true }).first();
  const ways = {
    click: (name) => button(name).click(),
    tap: (name) => button(name).tap(),
    Enter: (name) => button(name).press('Enter'),
    Space: (name) => button(name).press('Space'),
    'screen reader': (name) => button(name).evaluate((element) => element.click()),
  };
  const count = () => tablet.inPage(() => globalThis.activations);
  const schools = ['Ashmere Primary School', 'Otterholt School'];
  for (const [turn, [way, act]] of Object.entries(ways).entries()) {
    const before = await count();
    await act(schools[turn % 2]);
    await tablet.see('heading', schools[turn % 2]);
    await stays(`${way} acts once`, async () => (await count()) === before + 1);
  }
});

async function pressAfterScroll(tablet, name) {
  await tablet.press('button', name);
  await tablet.see('heading', name);
}

story('after scrolling by wheel and by finger, a press reaches the row under it', {}, async (stage) => {
  const county = await stage.county({ county: 'cambridgeshire' });
  const tablet = await stage.tablet({ width: 820, height: 1180 });
  await setUp(tablet, county, ada);
  const rows = tablet.page.getByRole('listitem').getByRole('button');
  const top = async () => (await tablet.page.getByRole('list', { name: words('schools.title'), exact: true }).boundingBox()).y;
  const place = (await rows.nth(5).boundingBox());
  const picture = () => tablet.page.screenshot({ clip: { x: place.x, y: place.y, width: 300, height: 400 } });
  await tablet.page.mouse.move(place.x - 8, place.y + 10); // Beside the rows: no row changes its look because the mouse is on it.
  const before = await picture();
  await tablet.page.mouse.wheel(0, 2600);
  await until('the wheel has scrolled', async () => (await top()) < -1000);
  await until('the picture has scrolled with it', async () => !before.equals(await picture()));
  const below = tablet.page.locator('[aria-posinset="46"]').getByRole('button');
  assert.ok(Number(await below.locator('..').getAttribute('aria-setsize')) > 200, 'It says of how many it is one.');
  await pressAfterScroll(tablet, await below.getAttribute('aria-label') ?? (await below.innerText()));
  await tablet.press('button', words('schools.title'));
  await tablet.see('heading', words('schools.title'));
  const start = await top();
  await fingerDrag(tablet, { x: 300, from: 900, to: 300 });
  await until('the finger has scrolled', async () => (await top()) < start - 300);
  await stays('a drag that began on a row opened nothing', async () => (await rows.count()) > 20);
});

async function fingerDrag(tablet, { x, from, to }) {
  const cdp = await tablet.context.newCDPSession(tablet.page);
  const touch = (type, y) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await touch('touchStart', from);
  for (let step = 1; step <= 10; ++step) await touch('touchMove', from + ((to - from) * step) / 10);
  await touch('touchEnd', to);
}

// Runs in the page before it loads: counts the frames that the worker tells of.
const countFramesTold = () => {
  globalThis.framesTold = 0;
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => { if (data.type === 'frame') ++globalThis.framesTold; });
    }
  };
};

// Runs in the page: the part with the most in it is scrolled `times` pixels, one in each frame.
const scrollByOne = async (times) => {
  const parts = [...document.querySelectorAll('.scroll')];
  const part = parts.reduce((most, one) => (one.scrollHeight > most.scrollHeight ? one : most));
  for (let time = 0; time < times; ++time) {
    ++part.scrollTop;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

story('where scrolling shows nothing new, the picture follows and the page is not woken', {}, async (stage) => {
  const { tablet } = await visitUnderWay(stage, { beforePage: countFramesTold, beforeWorker: countRest });
  await tablet.see('radiogroup', aspectsFor('primary')[0]);
  const drawn = () => tablet.inWorker(() => globalThis.restCounters.frames);
  const told = () => tablet.inPage(() => globalThis.framesTold);
  await tablet.rest();
  const [before, drawnBefore] = [await told(), await drawn()];
  assert.ok(before > 0, 'The page is told of other frames.');
  await tablet.inPage(scrollByOne, 30);
  await until('the worker has drawn', async () => (await drawn()) > drawnBefore + 10);
  await stays('nobody is told', async () => (await told()) === before, 500);
  await judge(tablet, aspectsFor('primary')[0], 'Green');
  assert.ok((await told()) > before, 'What was pressed since is answered.');
});

story('at rest nothing is drawn and no timer fires for 20 seconds', {}, async (stage) => {
  const { tablet } = await visitUnderWay(stage, { beforePage: countRest, beforeWorker: countRest });
  const counters = () => countersOf(tablet);
  await judge(tablet, aspectsFor('primary')[0], 'Green');
  const busy = await counters();
  assert.ok(busy.worker.frames > 0, 'The counter counts frames.');
  let before;
  await until('the app has come to rest', async () => {
    before = await counters();
    return stays('nothing happens', async () => JSON.stringify(await counters()) === JSON.stringify(before), 1500).then(() => true, () => false);
  });
  await stays('the app rests', async () => JSON.stringify(await counters()) === JSON.stringify(before), 20_000, 1000);
});

story('what is typed arrives exactly, whatever way it is typed', {}, async (stage) => {
  const { tablet } = await visitUnderWay(stage);
  const name = evidenceFor(aspectsFor('primary')[0]);
  const field = tablet.page.getByRole('textbox', { name, exact: true });
  await field.click();
  await field.pressSequentially('Café “naïve” – 3 × 4 ≠ 11. ', { delay: 3 });
  const cdp = await tablet.context.newCDPSession(tablet.page);
  await cdp.send('Input.imeSetComposition', { text: 'ほん', selectionStart: 2, selectionEnd: 2 });
  await cdp.send('Input.insertText', { text: '本' });
  await field.press('Enter');
  await cdp.send('Input.insertText', { text: 'Dictated whole.' });
  const wanted = 'Café “naïve” – 3 × 4 ≠ 11. 本\nDictated whole.';
  await tablet.seeValue('textbox', name, wanted);
  await tablet.seeText(words('visit.saved'));
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await openVisit(tablet);
  await openPart(tablet, 'aspects');
  await tablet.seeValue('textbox', name, wanted);
});

story('the keyboard alone finds a school and starts a visit', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await search(tablet, 'otterholt');
  await tablet.see('button', 'Otterholt School');
  await tabTo(tablet, 'Otterholt School');
  await tablet.keys('Enter');
  await tablet.see('heading', 'Otterholt School');
  await tabTo(tablet, startUsual);
  await tablet.keys('Space');
  await tablet.see('textbox', words('note.capture'));
});

async function tabTo(tablet, name) {
  for (let pressed = 0; pressed < 40; ++pressed) {
    const focused = await tablet.inPage(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText);
    if (focused === name) return;
    await tablet.keys('Tab');
  }
  assert.fail(`Tab never came to ${name}.`);
}
