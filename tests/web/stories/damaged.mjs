// A store that was damaged on the disk, and files that only a new worker gets back.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ada, addNote, ashmere, beginVisit, lock, openPart, openSchool, openVisit, seeSchools, setUp, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const schools = 10;

async function download(tablet, press) {
  const comes = tablet.page.waitForEvent('download');
  await press();
  return readFileSync(await (await comes).path());
}

// In the page of the same origin that is not the app: turns bytes of one page in eight from the first third on, where the tables are long.
const damage = async () => {
  const pageBytes = 4096;
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('kitbag');
  const handle = await folder.getFileHandle('kitbag.db');
  const before = await handle.getFile();
  const pages = before.size / pageBytes;
  const writable = await handle.createWritable({ keepExistingData: true });
  for (let page = Math.floor(pages / 3); page < pages / 2; page += 8) {
    const position = page * pageBytes + 1000;
    const data = new Uint8Array(await before.slice(position, position + 16).arrayBuffer()).map((byte) => byte ^ 0xff);
    await writable.write({ type: 'write', position, data });
  }
  await writable.close();
  return pages;
};

async function readNote(tablet, text) {
  await openSchool(tablet, 'ashmere', ashmere);
  await openVisit(tablet);
  await openPart(tablet, 'notes');
  await tablet.seeValue('textbox', /^Note 1,/, text);
}

story('a store that was damaged on the disk says so, gives up what can be read, and is removed once it is a file', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  await addNote(tablet, 'The library is open at lunch.');
  await tablet.press('button', words('sending.open'));
  await download(tablet, () => tablet.press('button', words('backup.make'))); // With it the log is folded into the store.
  await tablet.goTo(`${county.address}/healthz`); // Not the app, which holds its files.
  const pages = await until('the files are let go', () => tablet.inPage(damage));
  assert.ok(pages > 30, `The store has ${pages} pages.`);

  await tablet.goTo(`${county.address}/`);
  await tablet.see('heading', words('unlock.title'));
  await tablet.write('textbox', words('unlock.passphrase'), ada.passphrase);
  await tablet.press('button', words('unlock.button'));
  await tablet.see('heading', words('stores.damaged'));
  await tablet.press('button', words('stores.recover'));
  await tablet.seeText('What could be read is in this new store');
  await tablet.picture('build/test-artefacts/recovered.png');
  await seeSchools(tablet, schools); // What could not be read of them comes with the first sync.
  await readNote(tablet, 'The library is open at lunch.');

  await lock(tablet);
  await tablet.seeText('Ada Marsh, store 1, set aside');
  const asFound = await download(tablet, () => tablet.press('button', new RegExp(`^${words('stores.save')}`)));
  assert.ok(asFound.length > pages * 4096, 'The file holds all of the damaged store.');
  await tablet.press('button', new RegExp(`^${words('stores.remove')}`));
  await tablet.press('button', words('stores.remove_now'));
  await until('it is gone', async () => !(await tablet.text()).includes('set aside'));
  await tablet.reload();
  await unlock(tablet, ada);
  await readNote(tablet, 'The library is open at lunch.');
});

// Runs in the worker before its own source: a browser that takes all files away and gives this worker none any more.
const loseForGood = () => {
  const all = [];
  let gone = false;
  const original = FileSystemFileHandle.prototype.createSyncAccessHandle;
  FileSystemFileHandle.prototype.createSyncAccessHandle = async function (...given) {
    if (gone) throw new DOMException('It is gone', 'NotReadableError');
    const handle = await original.apply(this, given);
    all.push(handle);
    return handle;
  };
  globalThis.loseForGood = () => {
    gone = true;
    for (const handle of all.splice(0)) handle.close();
  };
};

story('files that a worker cannot open again are opened by a new one, with every letter that was typed meanwhile', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforeWorker: loseForGood });
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  const field = await tablet.see('textbox', words('note.capture'));
  await field.replace('The hall was calm');
  await until('it is saved', async () => (await tablet.text()).includes(words('visit.saved')));
  await tablet.inWorker(() => globalThis.loseForGood());
  await field.add(' at lunch.');
  await tablet.see('heading', words('unlock.title'));
  const kept = await tablet.inPage(() => sessionStorage.getItem('kitbag-kept'));
  assert.match(kept, /^[0-9a-f]{80,}$/, 'What is kept meanwhile is sealed.');
  await unlock(tablet, ada);
  await until('the store has it', async () => (await tablet.inPage(() => sessionStorage.getItem('kitbag-kept'))) === null);
  await readNote(tablet, 'The hall was calm at lunch.');
});
