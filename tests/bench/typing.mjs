// Typing in a note of 20,000 characters: how long the worker works for a key, and whether thirty keys a second all reach the
// store while other programs want the same processor. The reference is a worker that only writes the same texts to a file.

import assert from 'node:assert/strict';
import { ada, ashmere, openSchool, setUp, unlock, writeNow } from '../web/harness/adviser.mjs';
import { CountyServer } from '../web/harness/county_server.mjs';
import { openTablet } from '../web/harness/open_tablet.mjs';
import { pause } from '../web/harness/waiting.mjs';
import { words } from '../web/harness/words.mjs';
import { onAQuarter, othersWhenSlow } from './slow.mjs';

const lengthBefore = 20_000;
const keysMeasured = 300;
const keyEveryMs = 1000 / 30;
const durableWithinMs = 1000;
const sentence = 'Pupils in Year 4 explain what they are working on, and their books of the autumn show it. ';
const before = sentence.repeat(Math.ceil(lengthBefore / sentence.length)).slice(0, lengthBefore);
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const typed = Array.from({ length: keysMeasured }, (_, place) => letters[place % letters.length]).join('');
const note = () => words('note.capture');

// Runs in the worker: the work for each message of typing, and for each timer, in which drafts are stored. Drawing the picture
// is not in it: here software draws it, which no tablet does.
const watchTyping = () => {
  globalThis.typing = { edits: [], timers: [] };
  const timed = (list, work) => (...given) => {
    const began = performance.now();
    work(...given);
    list.push(performance.now() - began);
  };
  const hear = globalThis.onmessage;
  const hearTyping = timed(globalThis.typing.edits, hear);
  globalThis.onmessage = (event) => (event.data.given?.[0] === 'edit' ? hearTyping : hear)(event);
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (work, ...given) => wait(timed(globalThis.typing.timers, work), ...given);
};

// Runs in the worker: each text written to a file and flushed.
const plainTyping = async ({ text, keys }) => {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle('bench-typing', { create: true });
  const handle = await file.createSyncAccessHandle();
  const coder = new TextEncoder();
  const times = [];
  for (let key = 1; key <= keys; ++key) {
    const began = performance.now();
    handle.write(coder.encode(text.slice(0, text.length - keys + key)), { at: 0 });
    handle.flush();
    times.push(performance.now() - began);
  }
  handle.close();
  await folder.removeEntry('bench-typing');
  return times;
};

// Keys at an even pace, as a person holds it. They are put in by the page: the harness itself would not keep the pace.
const typeEvenly = ({ name, keys, everyMs }) => new Promise((resolve) => {
  const field = [...document.querySelectorAll('textarea')].find((each) => each.labels?.[0]?.textContent === name || each.getAttribute('aria-label') === name);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  let place = 0;
  const timer = setInterval(() => {
    document.execCommand('insertText', false, keys[place++]);
    if (place < keys.length) return;
    clearInterval(timer);
    resolve(field.value.length);
  }, everyMs);
});

async function typeAgain(tablet) {
  await tablet.inPage(typeEvenly, { name: note(), keys: typed, everyMs: keyEveryMs });
}

export async function measureTyping(folder) {
  const county = new CountyServer(folder);
  await county.start();
  const tablet = await openTablet('chromium', `${folder}-profile`, {});
  try {
    await setUp(tablet, county, ada);
    await openSchool(tablet, 'ashmere', ashmere);
    await writeNow(tablet);
    await tablet.write('textbox', note(), before, { slowly: false });
    await pause(durableWithinMs);
    await tablet.inWorker(watchTyping);
    await typeAgain(tablet);
    await pause(durableWithinMs);
    const { edits, timers } = await tablet.inWorker(() => globalThis.typing);
    const plain = await tablet.inWorker(plainTyping, { text: before + typed, keys: keysMeasured });
    await onAQuarter(`${folder}-profile`, async () => {
      await typeAgain(tablet);
      await pause(durableWithinMs * (othersWhenSlow + 1));
      await tablet.killAtOnce();
    });
    await tablet.comeBack();
    await unlock(tablet, ada);
    await tablet.hear(/^Recovered what you were typing/);
    const whole = before + typed + typed;
    await openSchool(tablet, 'ashmere', ashmere);
    await writeNow(tablet);
    const kept = await tablet.inPage(() => [...document.querySelectorAll('textarea')].map((each) => each.value));
    assert.ok(kept.includes(whole), `The note should have ${whole.length} characters; the fields have ${kept.map((one) => one.length)}.`);
    return { edits, timers, plain, kept: whole.length };
  } finally {
    await tablet.close();
    await county.stop();
  }
}
