// What the county will not take: it is shown with its reason, kept, and holds up nothing else.

import assert from 'node:assert/strict';
import { ada, beginVisit, completeVisit, openSchool, setUp, startVisit } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { sentText } from '../harness/sent_text.mjs';
import { until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const unknownUrn = '999999';

// On its way to the county, every mention of one school becomes a school that nobody knows.
async function spoil(tablet, urn) {
  await tablet.context.route('**/api/push', async (route) => {
    const body = sentText(route.request()).replaceAll(`"${urn}"`, `"${unknownUrn}"`);
    const { 'content-encoding': _, ...headers } = route.request().headers();
    await route.continue({ postData: body, headers });
  });
}

story('a refused change is shown with its reason, the others go through, and it can be tried again', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await spoil(tablet, '900001');
  for (const name of ['Ashmere Primary School', 'Hither Wend Primary Academy']) {
    await openSchool(tablet, name.slice(0, 6), name);
    await startVisit(tablet, { date: '2026-11-20', participants: 'The headteacher', focus: `A morning at ${name}` });
    await completeVisit(tablet);
    await tablet.press('button', words('schools.title'));
    await tablet.see('heading', words('schools.title'));
  }
  await tablet.press('button', words('sending.open'));
  await tablet.see('heading', words('sending.title'));
  await tablet.press('button', words('sending.sync_now'));
  await tablet.see('heading', words('sending.refused'));
  await tablet.seeText(/Ashmere Primary School/);
  await tablet.seeText(/Hither Wend Primary Academy.*Received by the county/);
  const exported = JSON.stringify(await county.exported());
  assert.ok(exported.includes('A morning at Hither Wend Primary Academy'));
  assert.ok(!exported.includes('A morning at Ashmere'));

  await tablet.context.unroute('**/api/push');
  await until('everything refused has been tried again', async () => {
    const again = await tablet.find('button', new RegExp(`^${words('sending.try_again')}`));
    await again?.click();
    return (await tablet.text()).includes(words('sending.none_refused'));
  });
  assert.ok(JSON.stringify(await county.exported()).includes('A morning at Ashmere'));
});

story('a server that dies in the middle of a push loses and doubles nothing', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  let swallowed = 0;
  await tablet.context.route('**/api/push', async (route) => {
    await route.fetch(); // The county has it, and the answer never arrives.
    ++swallowed;
    await route.abort('connectionreset');
  });
  await beginVisit(tablet, { focus: 'Arithmetic' });
  await completeVisit(tablet);
  await until('the county has it and its answer was swallowed', () => swallowed > 0);
  await tablet.seeText(/changes? waits? safely on this tablet/);
  await tablet.context.unroute('**/api/push');
  await tablet.press('button', words('sending.sync_now'));
  await tablet.seeText(/Received by the county/);
  const visits = (await county.exported()).visits;
  assert.equal(visits.length, 1);
});
