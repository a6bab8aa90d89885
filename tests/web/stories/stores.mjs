// Backups, several advisers on one tablet, stores that cannot be read, and files that are taken away while somebody types.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  ada, addNote, beginVisit, ben, fillSetUp, lock, openPart, openSchool, openVisit, seeSchools, setUp, unlock,
} from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { pause, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const schools = 10;

async function saveBackup(tablet) {
  await tablet.press('button', words('sending.open'));
  const comes = tablet.page.waitForEvent('download');
  await tablet.press('button', words('backup.make'));
  const download = await comes;
  assert.match(download.suggestedFilename(), /^Kitbag backup \d{4}-\d\d-\d\d \d\d\.\d\d\.kitbag$/);
  return readFileSync(await download.path());
}

async function choose(tablet, buffer) {
  await tablet.see('button', words('restore.choose'));
  await tablet.page.locator('input[type=file]').setInputFiles({ name: 'Kitbag backup.kitbag', mimeType: 'application/octet-stream', buffer });
}

const spoilt = (buffer) => {
  const copy = Buffer.from(buffer);
  copy[Math.floor(copy.length / 2)] ^= 1;
  return copy;
};

story('a backup made on one tablet is put back on another, whole and checked', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  await addNote(tablet, 'The library is open at lunch.');
  const backup = await saveBackup(tablet);
  assert.ok(backup.toString('latin1').startsWith('KITBAG-BACKUP-1\n'));
  assert.ok(!backup.includes('library') && !backup.includes('SQLite format'), 'Nothing in it can be read.');

  const other = await stage.tablet();
  await other.open(county.address);
  await other.see('heading', words('set_up.title'));
  await other.press('button', words('restore.open'));
  await choose(other, Buffer.from('a letter'));
  await other.hear(/not a backup of Kitbag/);
  await choose(other, backup.subarray(0, backup.length - 100));
  await other.hear(/cut short/);
  await choose(other, spoilt(backup));
  await other.hear(/damaged/);
  await choose(other, backup);
  await other.seeText('A backup from Wendshire');
  await other.write('textbox', words('restore.passphrase'), 'not the passphrase');
  await other.press('button', words('restore.button'));
  await other.seeText('That is not the passphrase of this backup.');
  await other.write('textbox', words('restore.passphrase'), ada.passphrase);
  await other.press('button', words('restore.button'));
  await seeSchools(other, schools);
  await openSchool(other, 'ashmere', 'Ashmere Primary School');
  await openVisit(other);
  await openPart(other, 'notes');
  await other.seeValue('textbox', /^Note 1,/, 'The library is open at lunch.');
  await other.reload();
  await unlock(other, ada);
});

story('two advisers use one tablet, each with a store of her own', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await lock(tablet);
  await tablet.press('button', words('stores.another'));
  await fillSetUp(tablet, ben, await county.newCode());
  await seeSchools(tablet, schools);
  await tablet.reload();
  await tablet.see('radiogroup', words('stores.who'));
  await tablet.press('radio', ada.name, { within: ['radiogroup', words('stores.who')] });
  await unlock(tablet, ada);
  await lock(tablet);
  await tablet.press('radio', ben.name, { within: ['radiogroup', words('stores.who')] });
  await unlock(tablet, ben);
});

// Runs in the worker before its own source: what a browser does whose process for files ends.
const keepHandles = () => {
  const all = [];
  const original = FileSystemFileHandle.prototype.createSyncAccessHandle;
  FileSystemFileHandle.prototype.createSyncAccessHandle = async function (...given) {
    const handle = await original.apply(this, given);
    all.push(handle);
    return handle;
  };
  globalThis.loseHandles = () => all.splice(0).forEach((handle) => handle.close());
};

story('files that are taken away while somebody types are opened again, and no letter is lost', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforeWorker: keepHandles });
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  const field = await tablet.see('textbox', words('note.capture'));
  await field.replace('The hall was calm');
  await tablet.inWorker(() => globalThis.loseHandles());
  await field.add(' at lunch.');
  await pause(1000); // Until then it may be called saved for what was typed before.
  await until('it is saved', async () => (await tablet.text()).includes(words('visit.saved')));
  await tablet.killAtOnce();
  await tablet.comeBack();
  await unlock(tablet, ada);
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await openVisit(tablet);
  await openPart(tablet, 'notes');
  await tablet.seeValue('textbox', /^Note 1,/, 'The hall was calm at lunch.');
});
