// A tablet that never gets a connection: what waits on it goes to the office as a file, and comes back as answered.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ada, beginVisit, ben, fillSetUp, goOffline, openSchool, seeSchools, setUp, sync } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const adas = 'Reading in Year 2';
const received = /Received by the county: \d+ changes/;
const bens = 'Attendance of Year 6';

async function makeFile(tablet) {
  await tablet.press('button', words('sending.open'));
  await tablet.see('heading', words('office_files.title'));
  const comes = tablet.page.waitForEvent('download');
  await tablet.press('button', words('office_files.make'));
  return readFile(await (await comes).path());
}

const bring = (tablet, buffer) => tablet.page.locator('input[type=file]')
  .setInputFiles({ name: 'answer.kitbag', mimeType: 'application/octet-stream', buffer });

const spoilt = (buffer) => {
  const copy = Buffer.from(buffer);
  copy[Math.floor(copy.length / 2)] ^= 1;
  return copy;
};

story('a file for the office takes a visit there, and its answer brings receipts and what others wrote', {}, async (stage) => {
  const county = await stage.county();
  const key = await county.makeRecoveryKey();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await goOffline(tablet, county, ada);
  await beginVisit(tablet, { focus: adas });

  await county.start(); // For somebody else, elsewhere.
  const other = await stage.tablet();
  await other.open(county.address);
  await fillSetUp(other, ben, await county.newCode());
  await seeSchools(other, county.about.schools);
  await beginVisit(other, { date: '2026-11-19', focus: bens });
  await sync(other);
  await county.stop();

  const file = await makeFile(tablet);
  assert.ok(!file.includes(adas), 'Nothing in it can be read.');
  const answer = await county.take(file, key);
  const exported = JSON.stringify(await county.exported());
  assert.ok(exported.includes(adas) && exported.includes(bens));
  assert.doesNotMatch(await tablet.text(), received, 'Nothing counts as sent before the answer was read.');

  await bring(tablet, spoilt(answer));
  await tablet.hear(/damaged|altered/);
  assert.doesNotMatch(await tablet.text(), received);
  await bring(tablet, answer);
  await tablet.seeText(received);
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await tablet.see('button', '19 November 2026');
});
