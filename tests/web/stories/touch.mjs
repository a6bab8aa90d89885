// Fingers, pens and mice on the real elements: what presses, what scrolls, and what must do neither.

import assert from 'node:assert/strict';
import { ada, ashmere, openSchool, search, setUp } from '../harness/adviser.mjs';
import { Fingers, middleOf } from '../harness/fingers.mjs';
import { story } from '../harness/runner.mjs';
import { pause, stays, until } from '../harness/waiting.mjs';
import { countRest } from '../harness/worker_probes.mjs';
import { words } from '../harness/words.mjs';

const upright = { width: 820, height: 1180 };

// Runs in the page before it loads: notes what it tells the app.
const noteInput = () => {
  globalThis.told = [];
  const original = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function noted(message, ...rest) {
    if (message.type === 'input') globalThis.told.push(message.given.slice(0, 2));
    return original.call(this, message, ...rest);
  };
};

async function ready(stage, { county: which = 'wendshire', ...options } = {}) {
  const county = await stage.county({ county: which });
  const tablet = await stage.tablet({ beforePage: noteInput, beforeWorker: countRest, ...upright, ...options });
  await setUp(tablet, county, ada);
  return { tablet, fingers: await Fingers.on(tablet), rows: tablet.page.getByRole('listitem').getByRole('button') };
}

const told = (tablet, name) => tablet.inPage((wanted) => globalThis.told.filter(([kind]) => kind === wanted).map(([, id]) => id), name);
const forget = (tablet) => tablet.inPage(() => { globalThis.told = []; });
const lastPress = async (tablet) => (await told(tablet, 'press')).at(-1) ?? 0;
const frames = (tablet) => tablet.inWorker(() => globalThis.restCounters.frames);

async function rests(tablet) {
  let before;
  await until('the app has come to rest', async () => {
    before = await frames(tablet);
    return stays('nothing is drawn', async () => (await frames(tablet)) === before, 600).then(() => true, () => false);
  });
}

story('a drag that begins on a button scrolls and presses nothing, a flick goes on, stops, and then nothing is drawn', {}, async (stage) => {
  const { tablet, fingers, rows } = await ready(stage, { county: 'cambridgeshire' });
  const from = middleOf(await rows.nth(6).boundingBox());
  const place = () => tablet.inPage(() => document.querySelector('main .scroll').scrollTop);
  await forget(tablet);
  await fingers.drag(from, { x: from.x, y: from.y - 400 });
  const lifted = await place();
  assert.ok(lifted > 250, `It scrolled with the finger, to ${lifted}.`);
  await until('it goes on after the finger has gone', async () => (await place()) > lifted + 5);
  await rests(tablet);
  assert.deepEqual(await told(tablet, 'activate'), []);
  assert.equal(await lastPress(tablet), 0, 'Nothing looks pressed.');
  const drawn = await frames(tablet);
  await stays('nothing is drawn at rest', async () => (await frames(tablet)) === drawn, 1500);
});

story('two fingers on two buttons: each acts at most once and nothing stays pressed', {}, async (stage) => {
  const { tablet, fingers } = await ready(stage);
  const button = (name) => tablet.page.getByRole('navigation').getByRole('button', { name, exact: true });
  const places = [];
  for (const name of ['visits', 'board']) places.push(middleOf(await button(words(`${name}.title`)).boundingBox()));
  for (const order of [[0, 1], [1, 0]]) {
    await forget(tablet);
    await fingers.down(places[0], 0);
    await fingers.down(places[1], 1);
    for (const finger of order) await fingers.up(finger);
    await rests(tablet);
    const acted = await told(tablet, 'activate');
    assert.equal(new Set(acted).size, acted.length, 'None acts twice.');
    assert.equal(await lastPress(tablet), 0);
  }
  await tablet.press('button', words('schools.title'));
  await button(words('visits.title')).tap();
  await tablet.see('heading', words('visits.title'));
});

story('turning the tablet in the middle of a drag presses nothing, and rows are still found where they are', {}, async (stage) => {
  const { tablet, fingers, rows } = await ready(stage, { county: 'cambridgeshire' });
  const from = middleOf(await rows.nth(4).boundingBox());
  await forget(tablet);
  await fingers.down(from);
  for (let step = 1; step <= 5; ++step) await fingers.move({ 0: { x: from.x, y: from.y - step * 20 } });
  await tablet.page.setViewportSize({ width: upright.height, height: upright.width });
  for (let step = 6; step <= 10; ++step) await fingers.move({ 0: { x: from.x, y: from.y - step * 20 } });
  await fingers.up();
  await rests(tablet);
  assert.deepEqual(await told(tablet, 'activate'), []);
  assert.equal(await lastPress(tablet), 0);
  const place = () => tablet.inPage(() => document.querySelector('aside .scroll').scrollTop);
  const before = await place();
  const again = { x: 150, y: 600 };
  await fingers.drag(again, { x: again.x, y: again.y - 250 });
  await until('the list scrolls', async () => (await place()) > before + 100);
  await rests(tablet);
  const row = rows.nth(14);
  await row.scrollIntoViewIfNeeded();
  const name = (await row.getAttribute('aria-label')) ?? (await row.innerText());
  await row.tap();
  await tablet.see('heading', name);
});

// Somebody searches at the very moment in which a finger is down.
async function searchMeanwhile(tablet, text, rows, left) {
  await tablet.inPage((wanted) => {
    const field = document.querySelector('#bridge input[type=search]');
    field.value = wanted;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await until('the list is shorter', async () => (await rows.count()) === left);
}

story('what goes from under a finger is not pressed, nor by a press that comes too late', {}, async (stage) => {
  const { tablet, fingers, rows } = await ready(stage);
  const element = await rows.nth(2).elementHandle();
  await forget(tablet);
  await fingers.down(middleOf(await rows.nth(2).boundingBox()));
  await searchMeanwhile(tablet, 'otterholt', rows, 1);
  await fingers.up();
  await rests(tablet);
  await element.evaluate((gone) => gone.click());
  assert.deepEqual(await told(tablet, 'activate'), []);
  assert.equal(await lastPress(tablet), 0);
  await search(tablet, '');
  await openSchool(tablet, 'ashmere', ashmere);
});

story('a row that moved under the finger is not pressed in the place of another', {}, async (stage) => {
  const { tablet, fingers, rows } = await ready(stage);
  const place = middleOf(await rows.first().boundingBox());
  await forget(tablet);
  await fingers.down(place);
  await searchMeanwhile(tablet, 'otterholt', rows, 1);
  const { y, height } = await rows.first().boundingBox();
  assert.ok(y < place.y && place.y < y + height, 'Another row lies under the finger now.');
  await fingers.up();
  await rests(tablet);
  assert.deepEqual(await told(tablet, 'activate'), []);
  assert.equal(await lastPress(tablet), 0);
});

story('what moved away from under a still finger is pressed, and not where the finger stopped what scrolled', {}, async (stage) => {
  const { tablet, fingers, rows } = await ready(stage);
  const row = rows.nth(2);
  const name = (await row.getAttribute('aria-label')) ?? (await row.innerText());
  const moveDown = (px) => tablet.inPage((by) => { document.getElementById('bridge').style.translate = `0 ${by}px`; }, px);
  const pressWhile = async (moves) => {
    await forget(tablet);
    await fingers.down(middleOf(await row.boundingBox()));
    await moves();
    await fingers.up();
    await rests(tablet);
  };
  await pressWhile(async () => {
    await moveDown(300);
    await tablet.inPage(() => new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); }));
    await tablet.inPage(() => document.querySelector('#bridge .scroll').dispatchEvent(new Event('scroll')));
  });
  assert.deepEqual(await told(tablet, 'activate'), []);
  await moveDown(0);
  await pressWhile(() => moveDown(300));
  assert.equal((await told(tablet, 'activate')).length, 1);
  await moveDown(0);
  await tablet.see('heading', name);
});

story('one tap is enough, and leaves no trace on what was tapped', {}, async (stage) => {
  const { tablet, fingers } = await ready(stage);
  const button = tablet.page.getByRole('button', { name: words('display.open'), exact: true });
  const box = await button.boundingBox();
  const picture = () => tablet.page.screenshot({ clip: box });
  await rests(tablet);
  const before = await picture();
  await tablet.inPage(() => {
    new MutationObserver(() => { globalThis.changedAt ??= performance.now(); }).observe(document.getElementById('bridge'), { childList: true });
    addEventListener('click', () => { globalThis.clickedAt = performance.now(); }, { capture: true });
  });
  await fingers.down(middleOf(box));
  await fingers.up();
  await tablet.see('dialog', words('display.title'));
  const took = await tablet.inPage(() => globalThis.changedAt - globalThis.clickedAt);
  assert.ok(took < 300, `What the tap led to was there after ${Math.round(took)} ms.`);
  await tablet.keys('Escape'); // Nothing else is touched, so what was tapped would still look so.
  await tablet.seeNone('dialog', words('display.title'));
  await tablet.inPage(() => document.activeElement.blur());
  await rests(tablet);
  assert.ok(before.equals(await picture()), 'It looks as it did before.');
});

story('a long press opens no menu and presses once at the most, a field keeps its own selection', {}, async (stage) => {
  const { tablet, fingers, rows } = await ready(stage);
  const row = rows.nth(1);
  // Chromium without a screen makes no menu of a finger, so what it would ask the page is asked here while the finger is down.
  const mayOpen = (locator) => locator.evaluate((element) => (
    element.dispatchEvent(new PointerEvent('contextmenu', { bubbles: true, cancelable: true, pointerType: 'touch' }))));
  const hold = async (locator) => {
    await fingers.down(middleOf(await locator.boundingBox()));
    await stays('the finger is held there', () => true, 1200);
    const answer = await mayOpen(locator);
    await fingers.up();
    await rests(tablet);
    return answer;
  };
  const selects = await row.evaluate((element) => getComputedStyle(element).userSelect);
  assert.equal(selects, 'none', 'A long press selects no words of the picture.');
  await forget(tablet);
  assert.equal(await hold(row), false);
  assert.ok((await told(tablet, 'activate')).length <= 1);
  assert.equal(await lastPress(tablet), 0);
  await tablet.press('button', words('schools.title'));
  const field = tablet.page.getByRole('searchbox');
  await field.fill('otterholt');
  assert.equal(await hold(field), true, 'There the browser’s own menu opens.');
  await field.dblclick({ position: { x: 70, y: 20 } });
  assert.equal(await field.evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd)), 'otterholt');
});

story('a pen and a mouse press as a finger does', {}, async (stage) => {
  const { tablet } = await ready(stage);
  const cdp = await tablet.context.newCDPSession(tablet.page);
  const titles = { pen: words('visits.title'), mouse: words('schools.title') };
  for (const [pointerType, title] of Object.entries(titles)) {
    const { x, y } = middleOf(await tablet.page.getByRole('navigation').getByRole('button', { name: title, exact: true }).boundingBox());
    const send = (type, buttons) => cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1, pointerType });
    await send('mouseMoved', 0);
    await send('mousePressed', 1);
    await send('mouseReleased', 0);
    await tablet.see('heading', title);
  }
});

story('two fingers drawn apart make the letters larger, and press and scroll nothing', {}, async (stage) => {
  const { tablet, fingers, rows } = await ready(stage, { county: 'cambridgeshire', ...upright });
  const size = () => rows.nth(3).evaluate((row) => row.getBoundingClientRect().height);
  const kept = () => tablet.inPage(() => JSON.parse(localStorage.getItem('kitbag.display'))?.text ?? 1);
  const before = await size();
  const { x, y } = middleOf(await rows.nth(3).boundingBox());
  await forget(tablet);
  await fingers.down({ x, y }, 0);
  await fingers.down({ x, y: y + 100 }, 1);
  for (let apart = 10; apart <= 50; apart += 10) await fingers.move({ 0: { x, y: y - apart }, 1: { x, y: y + 100 + apart } });
  await until('the rows are higher', async () => (await size()) > before * 1.3);
  assert.equal(await kept(), 1, 'It is kept when the fingers are lifted.');
  await fingers.up(1);
  await fingers.up(0);
  await rests(tablet);
  assert.equal(await kept(), 2);
  assert.deepEqual(await told(tablet, 'activate'), []);
  assert.deepEqual(await told(tablet, 'scroll'), []);
  assert.equal(await lastPress(tablet), 0);
  assert.equal(await tablet.inPage(() => visualViewport.scale), 1, 'The page itself is not zoomed.');
  await fingers.down({ x, y }, 0);
  await fingers.down({ x, y: y + 400 }, 1);
  for (let nearer = 20; nearer <= 180; nearer += 20) await fingers.move({ 0: { x, y: y + nearer }, 1: { x, y: y + 400 - nearer } });
  await fingers.up(0);
  await fingers.up(1);
  await until('it is as it was', async () => (await kept()) === 1 && Math.abs((await size()) - before) < 1);
  await pause(500); // A press at once might be what the browser makes of the last finger.
  await tablet.press('button', words('visits.title'));
  await tablet.see('heading', words('visits.title'));
});

story('two fingers go on when what they touch goes from under them, and then one finger presses again', {}, async (stage) => {
  const { tablet, fingers } = await ready(stage, { width: 1180, height: 820 });
  await openSchool(tablet, 'ashmere', ashmere); // Its list stands beside it, until the letters are large.
  const { x, y } = middleOf(await tablet.page.getByRole('searchbox').boundingBox());
  await fingers.down({ x, y }, 0);
  await fingers.down({ x, y: y + 100 }, 1);
  for (let apart = 10; apart <= 60; apart += 10) await fingers.move({ 0: { x, y }, 1: { x, y: y + 100 + 2 * apart } });
  await tablet.seeNone('searchbox', words('schools.search'));
  await fingers.move({ 1: { x, y: y + 240 } });
  await fingers.up(0);
  await fingers.up(1);
  await until('it is kept', () => tablet.inPage(() => (JSON.parse(localStorage.getItem('kitbag.display'))?.text ?? 1) > 2));
  await pause(500);
  await tablet.press('button', words('visits.title'));
  await tablet.see('heading', words('visits.title'));
});

// Runs in the page before it loads: keeps what the app told of its nodes, as app/semantics/differ.h has it.
const noteNodes = () => {
  const nodes = new Map();
  const parents = new Map();
  const own = globalThis.Worker;
  globalThis.Worker = function noted(...given) {
    const worker = new own(...given);
    worker.addEventListener('message', ({ data }) => {
      if (!data.text) return; // With a frame, or by itself.
      const message = JSON.parse(data.text);
      for (const node of message.nodes ?? []) nodes.set(node.id, node);
      for (const [parent, ids] of Object.entries(message.children ?? {})) for (const id of ids) parents.set(id, Number(parent));
    });
    return worker;
  };
  globalThis.boundsOf = (id) => {
    const { x, y, w, h } = nodes.get(id);
    const place = { x, y, w, h };
    for (let at = parents.get(id); at; at = parents.get(at)) {
      place.x += nodes.get(at).x;
      place.y += nodes.get(at).y;
    }
    return place;
  };
};

for (const ratio of [1, 1.25, 2]) {
  story(`each element lies where its node lies, at ${ratio} pixels to one`, {}, async (stage) => {
    const { tablet } = await ready(stage, { beforePage: noteNodes, ratio });
    assert.equal(await tablet.inPage(() => devicePixelRatio), ratio);
    const { wrong, seen } = await tablet.inPage(() => {
      const elements = [...document.querySelectorAll('#bridge [data-node]')];
      const off = elements.filter((element) => {
        const { x, y, w, h } = globalThis.boundsOf(Number(element.dataset.node));
        const box = element.getBoundingClientRect();
        return [x - box.left, y - box.top, w - box.width, h - box.height].some((difference) => Math.abs(difference) > 1);
      });
      return { seen: elements.length, wrong: off.map((element) => element.outerHTML.slice(0, 120)) };
    });
    assert.ok(seen > 20);
    assert.deepEqual(wrong, []);
  });
}
