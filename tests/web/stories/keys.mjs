// The keyboard by itself: the keys that the app names, Escape, F6, the link to the content, and where the focus goes.

import assert from 'node:assert/strict';
import { ada, ashmere, beginVisit, openPart, openSchool, search, seeSchools, setUp, writeNow } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

// Where Enter and the look of what has the focus count, only Chromium: a Firefox on a screen without a window manager has no active window.
const both = { browsers: ['chromium', 'firefox'] };
const focused = (tablet) => tablet.inPage(() => {
  const element = document.activeElement;
  return element.getAttribute('aria-label') ?? (element.innerText || element.labels?.[0]?.innerText || element.localName);
});

async function ready(stage, options) {
  const county = await stage.county();
  const tablet = await stage.tablet(options);
  await setUp(tablet, county, ada);
  return tablet;
}

story('each place has its key, and tells assistive technology of it', both, async (stage) => {
  const tablet = await ready(stage);
  const places = { 2: words('visits.title'), 3: words('board.heading'), 5: words('sending.title'), 1: words('schools.title') };
  for (const [figure, title] of Object.entries(places)) {
    await tablet.keys(`Alt+${figure}`);
    await tablet.see('heading', title);
  }
  const button = await tablet.see('button', words('visits.title'));
  assert.equal(await button.attribute('aria-keyshortcuts'), 'Alt+2');
});

story('a letter that is typed presses nothing, and neither does a word that is being composed', {}, async (stage) => {
  const tablet = await ready(stage);
  const field = tablet.page.getByRole('searchbox', { name: words('schools.search'), exact: true });
  await field.pressSequentially('1nsz');
  await tablet.seeValue('searchbox', words('schools.search'), '1nsz');
  await tablet.inPage(() => {
    const composing = new KeyboardEvent('keydown', { key: '2', code: 'Digit2', altKey: true, isComposing: true, bubbles: true });
    document.activeElement.dispatchEvent(composing);
    const handled = new KeyboardEvent('keydown', { key: 'Process', code: 'Digit2', keyCode: 229, altKey: true, bubbles: true });
    document.activeElement.dispatchEvent(handled);
    const apple = new KeyboardEvent('keydown', { key: '™', code: 'Digit2', altKey: true, bubbles: true });
    document.activeElement.dispatchEvent(apple); // A letter that Alt writes there.
  });
  await stays('the list of schools is shown', async () => Boolean(await tablet.find('searchbox', words('schools.search'))));
});

story('notes are written by keyboard alone, one after the other, and none is lost', {}, async (stage) => {
  const tablet = await ready(stage);
  await openSchool(tablet, 'ashmere', ashmere);
  await tablet.keys('Alt+n');
  const capture = words('note.capture');
  await tablet.see('textbox', capture);
  const notes = ['Pupils read aloud in pairs.', 'Two boys showed us the library.', 'The head asks for a phonics course.'];
  for (const [turn, note] of notes.entries()) {
    await until('the field for the next note has the focus', async () => (await focused(tablet)) === capture);
    await tablet.page.keyboard.type(note);
    await tablet.keys(['Control+Enter', 'Meta+Enter', 'Alt+n'][turn]);
    await tablet.seeValue('textbox', capture, '');
  }
  for (const [turn, note] of notes.entries()) await tablet.seeValue('textbox', new RegExp(`^Note ${turn + 1},`), note);
  await tablet.keys('Escape');
  await tablet.see('heading', ashmere);
  await tablet.see('button', words('school.write_now'));
});

story('what a key takes back shows in the field that has the focus', {}, async (stage) => {
  const tablet = await ready(stage);
  await beginVisit(tablet); // Its focus is "Reading".
  await openPart(tablet, 'details');
  const field = tablet.page.getByRole('textbox', { name: words('visit.focus'), exact: true });
  await field.press('End');
  await field.pressSequentially(' and writing');
  await tablet.keys('Tab');
  await field.focus();
  await tablet.see('button', 'Undo: changed what the visit is about'); // Not the one before: that is no longer what is taken back.
  await tablet.keys('Alt+z');
  await tablet.seeValue('textbox', words('visit.focus'), 'Reading');
  await until('the field has the focus still', async () => (await focused(tablet)) === words('visit.focus'));
  await field.press('End');
  await field.pressSequentially(' aloud');
  await tablet.keys('Tab');
  await tablet.seeValue('textbox', words('visit.focus'), 'Reading aloud');
});

story('F6 goes through the parts of the screen and back', both, async (stage) => {
  const tablet = await ready(stage);
  const within = (selector) => tablet.inPage((wanted) => Boolean(document.activeElement.closest(wanted)), selector);
  const part = async () => ((await within('nav')) ? 'navigation' : (await within('aside .scroll')) ? 'list' : 'other');
  const seen = [];
  for (let pressed = 0; pressed < 4; ++pressed) {
    await tablet.keys('F6');
    seen.push(await part());
  }
  assert.deepEqual(new Set(seen), new Set(['navigation', 'other', 'list']), seen.join(' '));
  await tablet.keys('Shift+F6');
  assert.equal(await part(), seen[2], 'Shift goes the other way.');
});

story('the first Tab offers to skip to the content', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await tablet.inPage(() => { // As on a page on which nothing was pressed yet.
    document.body.tabIndex = -1;
    document.body.focus();
  });
  await tablet.keys('Tab');
  assert.equal(await focused(tablet), pageWords.skip);
  const seen = () => tablet.inPage(() => getComputedStyle(document.activeElement).opacity);
  assert.equal(await seen(), '1', 'It can be seen while it has the focus.');
  await tablet.keys('Enter');
  await until('the title has the focus', async () => (await focused(tablet)) === ashmere);
});

story('a question takes the focus to its title, keeps Tab inside, closes by Escape and gives the focus back', {}, async (stage) => {
  const tablet = await ready(stage);
  const opener = words('display.open');
  const press = async () => {
    await tablet.inPage((name) => [...document.querySelectorAll('#bridge nav button')].find((one) => one.innerText === name).focus(), opener);
    await tablet.keys('Enter');
    await tablet.see('dialog', words('display.title'));
  };
  await press();
  await until('the title has the focus', async () => (await focused(tablet)) === words('display.title'));
  assert.equal(await tablet.inPage(() => document.activeElement.localName), 'h2');
  for (const kind of ['status', 'alert']) {
    assert.equal(await tablet.inPage((id) => Boolean(document.getElementById(id).closest('[inert]')), kind), false, `${kind} is still heard.`);
  }
  const inside = new Set();
  for (let pressed = 0; pressed < 24; ++pressed) {
    await tablet.keys(pressed < 16 ? 'Tab' : 'Shift+Tab');
    inside.add(await tablet.inPage(() => document.activeElement === document.body || Boolean(document.activeElement.closest('[role=dialog]'))));
  }
  assert.deepEqual([...inside], [true], 'Tab comes to nothing outside the question.');
  await tablet.keys('Alt+2');
  await stays('the question is still there', async () => Boolean(await tablet.find('dialog', words('display.title'))));
  await tablet.keys('Escape');
  await tablet.seeNone('dialog', words('display.title'));
  await until('what opened it has the focus again', async () => (await focused(tablet)) === opener);
});

story('the focus is never lost when what had it goes', {}, async (stage) => {
  const tablet = await ready(stage);
  const row = () => tablet.page.getByRole('button', { name: 'Otterholt School', exact: true });
  await row().focus();
  await tablet.page.evaluate((label) => { // The list is searched while a row has the focus, as by a person with two keyboards.
    const field = [...document.querySelectorAll('#bridge input')].find((one) => one.type === 'search');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, label);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, 'ashmere');
  await until('the row has gone', async () => (await row().count()) === 0);
  assert.equal(await focused(tablet), words('schools.title'));
});

story('what stands on the screen is read in the order in which it is seen', {}, async (stage) => {
  const tablet = await ready(stage);
  const columns = async () => tablet.inPage(() => [...document.querySelectorAll('#bridge .content, #bridge nav')].map((place) => (
    [...place.querySelectorAll('button, h1, h2, h3, p, input, textarea')].map((one) => one.getBoundingClientRect())
      .map(({ left, top, height }) => ({ left, middle: top + height / 2, height })))));
  const check = async (screen) => {
    for (const column of await columns()) {
      for (const [place, here] of column.entries()) {
        const next = column[place + 1];
        const above = next && next.middle < here.middle - (here.height + next.height) / 2 - 1 && next.left <= here.left;
        assert.ok(!above, `${screen}: the ${place + 2}. thing stands above the one before it.`);
      }
    }
  };
  await seeSchools(tablet, 10);
  await check('schools');
  await openSchool(tablet, 'ashmere', ashmere);
  await check('school');
  await search(tablet, '');
  await writeNow(tablet);
  await check('visit');
});
