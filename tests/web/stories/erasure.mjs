// A tablet that its county wants erased: what was written on it arrives first, and then nothing of it is left.

import assert from 'node:assert/strict';
import { ada, beginVisit, fillSetUp, goOffline, openPart, seeSchools, setUp } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const erased = /The county had this tablet erased on .* Everything that was written on it had been sent to the county before\./;

// How many bytes each file of the first store has, its label apart.
const bytesLeft = (tablet) => tablet.inPage(async () => {
  let bytes = 0;
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('kitbag');
  for await (const file of folder.values()) if (file.name !== 'kitbag.label') bytes += (await file.getFile()).size;
  return bytes;
});

story('a tablet that the county wants erased sends what it has, erases itself and says so until that is read', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await goOffline(tablet, county, ada);
  await beginVisit(tablet, { focus: 'Reading in Year 2' });
  await openPart(tablet, 'notes');
  assert.ok(await bytesLeft(tablet) > 0);
  await county.start();
  await county.eraseTablets();
  await tablet.press('button', words('sending.sync_now'));
  await tablet.see('heading', words('set_up.title'));
  await tablet.seeText(erased);
  assert.ok(JSON.stringify(await county.exported()).includes('Reading in Year 2'));
  assert.equal(await bytesLeft(tablet), 0);
  await until('the county has been told', async () => !(await county.devices()).includes('wipe wanted'));

  await tablet.reload(); // Nothing is missed: the browser did not clear it.
  await tablet.see('heading', words('set_up.title'));
  await tablet.seeText(erased);
  await tablet.press('button', words('stores.erased_read'));
  await until('it is not said any more', async () => !erased.test(await tablet.text()));
  await tablet.reload();
  await fillSetUp(tablet, ada, await county.newCode());
  await seeSchools(tablet, 10);
});
