// What lies on the tablet's disk when somebody else picks it up.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ada, aspectsFor, beginVisit, evidenceFor, setUp } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const secret = 'Zebrafinch quietly outshone the marmalade';

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

const ways = [(text) => Buffer.from(text, 'utf8'), (text) => Buffer.from(text, 'utf16le')];

async function filesHolding(folder, text) {
  const holding = [];
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (ways.some((way) => bytes.includes(way(text)))) holding.push(path.relative(folder, file));
  }
  return holding;
}

story('nothing that was typed, and no plain database, can be read from the disk', { browsers: ['chromium', 'firefox'] }, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet, { focus: `${secret} one` });
  await tablet.write('textbox', evidenceFor(aspectsFor('primary')[0]), `${secret} two`);
  await tablet.seeText(words('visit.saved'));
  const names = await tablet.inPage(async () => {
    const found = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) found.push(name);
    return found;
  });
  assert.ok(names.length > 0, 'The private file system holds the store.');
  await nothingCanBeRead(tablet, stage.browser);
  await tablet.close(); // Now the browser has written everything that it still held back.
  await nothingCanBeRead(tablet, stage.browser);
});

async function nothingCanBeRead({ profile }, browser) {
  assert.deepEqual(await filesHolding(profile, secret), [], 'No file of the profile holds the text.');
  assert.deepEqual(await filesHolding(profile, ada.passphrase), [], 'No file of the profile holds the passphrase.');
  const plain = await filesHolding(path.join(profile, browser === 'chromium' ? 'Default/File System' : 'storage'), 'Ashmere Primary');
  assert.deepEqual(plain, [], 'No file of the private file system names a school.');
}
