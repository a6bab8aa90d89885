// How much room the browser gives, and what happens when it gives no more: with Chromium, whose protocol sets the limit.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ada, ashmere, aspectsFor, beginVisit, evidenceFor, openPart, openSchool, openVisit, setUp, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { pause, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const turnsMax = 150;
const evidence = evidenceFor(aspectsFor('primary')[0]);

story('a full tablet keeps what is typed on the screen, gives it as a file, and saves it when there is room again', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'aspects');
  const protocol = await tablet.context.newCDPSession(tablet.page);
  const origin = new URL(county.address).origin;
  const { usage } = await protocol.send('Storage.getUsageAndQuota', { origin });
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.ceil(usage) });
  const field = tablet.page.getByRole('textbox', { name: evidence, exact: true });
  const isFull = async () => (await tablet.text()).includes('This tablet is full');
  let text;
  for (let turn = 0; turn < turnsMax && !(await isFull()); ++turn) { // The browser has given the log some room in advance.
    text = `${turn}. ${'Pupils explained their reasoning to each other. '.repeat(2_000)}`;
    await field.fill(text);
    await pause(500); // By then it was to be saved.
  }
  await until('it is said that the tablet is full', isFull);
  const coming = tablet.page.waitForEvent('download');
  await tablet.press('button', words('trouble.save_unsaved'));
  const file = await (await coming).path();
  assert.ok((await readFile(file, 'utf8')).includes(text), 'The file has all of it.');
  await protocol.send('Storage.overrideQuotaForOrigin', { origin });
  await until('it is saved', async () => !(await tablet.text()).includes('This tablet is full'));
  await tablet.killAtOnce();
  await tablet.comeBack();
  await unlock(tablet, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await openVisit(tablet);
  await openPart(tablet, 'aspects');
  await tablet.seeValue('textbox', evidence, text);
});

story('how much room is used is told where sending is told', { browsers: ['chromium', 'firefox'] }, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await tablet.press('button', words('sending.open'));
  await until('the room is told', async () => /Kitbag uses \d+ MB of the \d+ MB that this browser gives it\./.test(await tablet.text()));
});
