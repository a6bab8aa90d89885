// Fields: the page's own editor is the source of truth while somebody types, whatever keyboard they have.

import assert from 'node:assert/strict';
import {
  ada, ashmere, aspectsFor, beginVisit, evidenceFor, fillSetUp, openPart, openSchool, setUp, writeNow,
} from '../harness/adviser.mjs';
import { Fingers, middleOf } from '../harness/fingers.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

async function atNotes(stage, options) {
  const county = await stage.county();
  const tablet = await stage.tablet(options);
  await setUp(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await writeNow(tablet);
  return { tablet, field: tablet.page.getByRole('textbox', { name: words('note.capture'), exact: true }) };
}

story('typed, filled, pasted, composed and dictated text arrives exactly and once', {}, async (stage) => {
  const { tablet, field } = await atNotes(stage);
  const next = async (text) => {
    await tablet.seeValue('textbox', words('note.capture'), text);
    await tablet.press('button', words('note.next'));
    await tablet.seeValue('textbox', words('note.capture'), '');
  };
  const texts = ['Café “naïve” – 3 × 4 ≠ 11', 'Filled in one go.\nWith a second line', 'Pasted: “ärger” 本', '本 was composed', 'Dictated whole.'];
  await field.pressSequentially(texts[0]);
  await next(texts[0]);
  await field.fill(texts[1]);
  await next(texts[1]);
  await tablet.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await tablet.inPage((text) => navigator.clipboard.writeText(text), texts[2]);
  await field.focus();
  await tablet.keys('ControlOrMeta+v');
  await next(texts[2]);
  const cdp = await tablet.context.newCDPSession(tablet.page);
  await field.focus();
  await cdp.send('Input.imeSetComposition', { text: 'ほ', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.imeSetComposition', { text: 'ほん', selectionStart: 2, selectionEnd: 2 });
  await cdp.send('Input.insertText', { text: '本' });
  await cdp.send('Input.insertText', { text: ' was composed' });
  await next(texts[3]);
  await field.focus();
  await cdp.send('Input.insertText', { text: texts[4] });
  await next(texts[4]);
  for (const [place, text] of texts.entries()) await tablet.seeValue('textbox', new RegExp(`^Note ${place + 1},`), text);
});

story('what is typed before the next note shows stands in the next note', {}, async (stage) => {
  const { tablet, field } = await atNotes(stage);
  await field.pressSequentially('The first.');
  for (const [place, text] of ['The second.', 'And the third.'].entries()) {
    await tablet.inWorker(() => {
      setTimeout(() => {
        for (const last = performance.now() + 700; performance.now() < last;); // The app is at something else meanwhile.
      });
    });
    await tablet.keys('Alt+n');
    await tablet.page.keyboard.type(text);
    await tablet.see('textbox', new RegExp(`^Note ${place + 1},`));
    await tablet.seeValue('textbox', words('note.capture'), text);
  }
  await tablet.page.keyboard.type(' More.');
  await tablet.seeValue('textbox', words('note.capture'), 'And the third. More.');
  await tablet.seeValue('textbox', /^Note 1,/, 'The first.');
  await tablet.seeValue('textbox', /^Note 2,/, 'The second.');
});

story('what is pressed after typing does not move away from under the mouse', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  for (const aspect of aspectsFor('primary').slice(0, 4)) {
    const amber = await tablet.see('radio', /^Amber/, { within: ['radiogroup', aspect] });
    await amber.locator.click({ delay: 300 }); // As long as a person takes; the field before is left meanwhile, and may change its height.
    await until(`${aspect} is judged`, () => amber.checked());
    await tablet.write('textbox', evidenceFor(aspect), 'Pupils explain what they are working on, and their books show it. '.repeat(5), { slowly: false });
  }
});

// Runs in the page before it loads: who writes into a field, and when it is given the focus.
const watchFields = () => {
  globalThis.writes = [];
  globalThis.focuses = [];
  for (const kind of [HTMLTextAreaElement, HTMLInputElement]) {
    const { get, set } = Object.getOwnPropertyDescriptor(kind.prototype, 'value');
    Object.defineProperty(kind.prototype, 'value', {
      configurable: true,
      get,
      set(text) {
        if (document.activeElement === this) globalThis.writes.push(text);
        set.call(this, text);
      },
    });
  }
  addEventListener('focusin', ({ target }) => {
    if (!target.matches('.field')) return;
    globalThis.focuses.push({ active: navigator.userActivation.isActive, field: target.id });
  });
};

story('no script writes into a field while somebody types in it', {}, async (stage) => {
  const { tablet, field } = await atNotes(stage, { beforePage: watchFields });
  await field.pressSequentially('Saved while it is typed. ', { delay: 20 });
  await tablet.seeText(words('visit.saved'));
  await field.press('Enter');
  await field.pressSequentially('And after that.');
  await tablet.page.setViewportSize({ width: 820, height: 1180 }); // Laid out anew in the middle of it.
  await field.pressSequentially(' Turned.');
  await tablet.seeValue('textbox', words('note.capture'), 'Saved while it is typed. \nAnd after that. Turned.');
  assert.deepEqual(await tablet.inPage(() => globalThis.writes), []);
});

story('a tap gives a field the focus within the gesture itself, in letters that no browser makes larger', {}, async (stage) => {
  const { tablet, field } = await atNotes(stage, { beforePage: watchFields, width: 820, height: 1180 });
  await tablet.inPage(() => { document.activeElement.blur(); globalThis.focuses = []; });
  const fingers = await Fingers.on(tablet);
  await fingers.down(middleOf(await field.boundingBox()));
  await fingers.up();
  const [first] = await until('the field has the focus', async () => {
    const seen = await tablet.inPage(() => globalThis.focuses);
    return seen.length > 0 && seen;
  });
  assert.equal(first.active, true, 'It came while the browser still knew of the tap, so a soft keyboard comes up.');
  for (const part of ['notes', 'aspects', 'questions', 'agreed', 'details']) {
    await openPart(tablet, part);
    const sizes = await tablet.inPage(() => [...document.querySelectorAll('.field')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    assert.ok(sizes.length > 0 && sizes.every((size) => size >= 16), `${part}: ${sizes.join(', ')}`);
  }
});

// The line that is written in lies between the top of what scrolls and its end, which is above any bar at the bottom.
const caretInSight = () => {
  const field = document.activeElement;
  const copy = field.cloneNode();
  copy.style.height = '0px';
  copy.value = field.value.slice(0, field.selectionEnd);
  field.after(copy);
  const bottom = field.getBoundingClientRect().top + copy.scrollHeight - Number.parseFloat(getComputedStyle(field).paddingBottom);
  copy.remove();
  const pane = field.closest('.scroll').getBoundingClientRect();
  const line = Number.parseFloat(getComputedStyle(field).lineHeight);
  const end = Math.min(pane.bottom, innerHeight, visualViewport.height);
  return bottom <= end + 1 && bottom - line >= pane.top - 1 ? '' : `The line ends at ${bottom}, seen is ${pane.top} to ${end}.`;
};

// Once the app has laid itself out for the window as it now is, and from then on.
async function keepsCaret(tablet) {
  await until('the app is laid out', () => tablet.inPage(() => {
    const { bottom, right } = document.querySelector('main').getBoundingClientRect();
    const places = document.querySelector('#bridge > nav')?.getBoundingClientRect(); // At a phone's lower edge, or not there.
    const end = places && places.top > innerHeight / 2 ? places.top : innerHeight;
    return Math.abs(bottom - end) < 1 && Math.abs(right - innerWidth) < 1;
  }));
  let said;
  const inSight = async () => {
    said = await tablet.inPage(caretInSight);
    return !said;
  };
  await until('the line that is written in is in sight and stays there', () => (
    stays('it is in sight', inSight, 600).catch((reason) => { throw new Error(`${reason.message} ${said}`); })));
}

story('a soft keyboard leaves the line that is written in in sight, also of a long text', {}, async (stage) => {
  const { tablet, field } = await atNotes(stage, { width: 390, height: 844 });
  await field.click();
  await tablet.page.setViewportSize({ width: 390, height: 450 });
  await keepsCaret(tablet);
  await tablet.page.setViewportSize({ width: 390, height: 844 });
  const lines = Array.from({ length: 30 }, (_, place) => `Line ${place + 1} of what was seen.`);
  await field.fill(lines.join('\n'));
  await field.press('ControlOrMeta+End');
  await field.pressSequentially('\nThe last');
  await keepsCaret(tablet);
  await tablet.page.setViewportSize({ width: 390, height: 450 });
  await keepsCaret(tablet);
  await field.evaluate((element) => element.setSelectionRange(300, 300));
  await field.press('ArrowRight'); // The browser brings the line there.
  await tablet.page.setViewportSize({ width: 844, height: 390 }); // Turned with the keyboard up.
  await keepsCaret(tablet);
  await tablet.page.setViewportSize({ width: 390, height: 844 });
  await field.press('ControlOrMeta+End');
  const top = () => field.evaluate((element) => element.closest('.scroll').scrollTop);
  await until('the end is in sight', async () => (await top()) > 300);
  await field.evaluate((element) => { element.closest('.scroll').scrollTop = 0; }); // To read how it began.
  await tablet.page.setViewportSize({ width: 390, height: 780 });
  await stays('it is not pulled back to the caret', async () => (await top()) === 0);
  await openPart(tablet, 'aspects'); // There a bar stands at the bottom of a phone.
  await tablet.page.getByRole('textbox', { name: evidenceFor(aspectsFor('primary')[0]), exact: true }).click();
  await tablet.page.setViewportSize({ width: 390, height: 620 });
  await keepsCaret(tablet);
});

story('each kind of field brings the keyboard that fits it', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await tablet.open(county.address);
  const attributes = async (role, name, ...wanted) => {
    const field = await tablet.see(role, name);
    return Promise.all(wanted.map((one) => field.attribute(one)));
  };
  const usual = ['autocapitalize', 'autocorrect', 'spellcheck', 'enterkeyhint', 'autocomplete'];
  assert.deepEqual(await attributes('textbox', words('set_up.name'), ...usual), ['words', 'off', 'false', 'done', 'name']);
  assert.deepEqual(await attributes('textbox', words('set_up.code'), ...usual), ['characters', 'off', 'false', 'done', 'off']);
  assert.deepEqual(await attributes('textbox', words('set_up.passphrase'), ...usual), ['none', 'off', 'false', 'done', 'new-password']);
  await fillSetUp(tablet, ada, county.firstCode);
  assert.deepEqual(await attributes('searchbox', words('schools.search'), ...usual, 'inputmode'), ['none', 'off', 'false', 'search', 'off', 'search']);
  await beginVisit(tablet);
  await openPart(tablet, 'details');
  assert.deepEqual(await attributes('textbox', words('visit.date'), 'type', 'inputmode'), ['date', null]);
  await openPart(tablet, 'notes');
  assert.deepEqual(await attributes('textbox', words('note.capture'), ...usual), ['sentences', 'on', 'true', 'enter', 'off']);
});
