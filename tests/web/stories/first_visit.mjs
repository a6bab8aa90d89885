// The main job, from the first minute of a tablet to the county's export. Told in both browsers.

import assert from 'node:assert/strict';
import {
  ada, ashmere, aspectsFor, beginVisit, ben, completeVisit, evidenceFor, judge, openPart, openSchool, openVisit, readyForOffline, search, setUp,
  startUsual, unlock,
} from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { pause } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const both = ['chromium', 'firefox'];

story("a new tablet brings down the county's 257 schools", { browsers: both }, async (stage) => {
  const county = await stage.county({ county: 'cambridgeshire' });
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await tablet.seeText('257 schools');
  await search(tablet, 'Bassingbourn Primary');
  await tablet.seeText('1 of 257 schools');
  await tablet.see('button', 'Bassingbourn Primary School');
  await search(tablet, '136802');
  await tablet.see('button', 'Trumpington Meadows Primary School');
});

story('with no connection the app starts, unlocks, finds a school and shows its facts', { browsers: both }, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await readyForOffline(tablet);
  await county.stop();
  await tablet.reload();
  await unlock(tablet, ada);
  await search(tablet, 'brem');
  await tablet.see('button', 'Brèmoor Infant School');
  await tablet.seeNone('button', ashmere);
  await search(tablet, '900002');
  await tablet.press('button', 'St Zoë’s Church of England Primary School, Lower Wend');
  await tablet.see('heading', 'St Zoë’s Church of England Primary School, Lower Wend');
  await tablet.seeText('900002');
  await tablet.seeText('Voluntary aided school');
  await tablet.seeText('WE3 4ZZ');
  await tablet.see('button', startUsual);
  await search(tablet, 'no such school');
  await tablet.seeText(words('schools.none_found_advice'));
});

story('a visit killed in the middle of a sentence is there again, completes, and reaches the county', { browsers: both },
  async (stage) => {
    const county = await stage.county();
    const tablet = await stage.tablet();
    await setUp(tablet, county, ada);
    await readyForOffline(tablet);
    await county.stop();
    await tablet.reload();
    await unlock(tablet, ada);
    const [first, second, third] = aspectsFor('primary');
    await writeVisit(tablet, first, second);
    await killInTheMiddle(tablet, first);
    await finishVisit(tablet, first, third);
    await county.start();
    await tablet.press('button', words('sending.sync_now'));
    await tablet.seeText(/Received by the county, .*receipt R-[0-9a-f-]+/);
    await readOnAnotherTablet(stage, county, first);
    await exportHolds(county, first);
  });

const typedBefore = 'Pupils in every year explained how they check their own work. The books of Year 4 sho';

async function writeVisit(tablet, first, second) {
  await beginVisit(tablet, { participants: 'The headteacher, Dr Ives; the chair of governors', focus: 'Progress in writing' });
  await tablet.seeText(words('suggestion.none'));
  await judge(tablet, first, 'Green');
  await tablet.see('region', words('suggestion.title'));
  await tablet.seeText('1 of 1 judged aspect is green');
  await judge(tablet, second, 'Red');
  await tablet.seeText('1 of 2 judged aspects is red: half or more');
  await tablet.seeText(/Amber, if/);
}

// What is older than this when the browser is killed must be there again.
const durableWithinMs = 1000;

async function killInTheMiddle(tablet, aspect) {
  await tablet.write('textbox', evidenceFor(aspect), typedBefore);
  await pause(durableWithinMs);
  await tablet.killAtOnce();
  await tablet.comeBack();
  await unlock(tablet, ada);
  await tablet.hear(/^Recovered what you were typing/);
}

async function finishVisit(tablet, first, third) {
  await openSchool(tablet, '900001', ashmere);
  await openVisit(tablet);
  await openPart(tablet, 'details');
  await tablet.seeValue('textbox', words('visit.focus'), 'Progress in writing');
  await openPart(tablet, 'aspects');
  await tablet.seeValue('textbox', evidenceFor(first), typedBefore);
  await tablet.write('textbox', evidenceFor(first), `${typedBefore}w it too.`);
  await judge(tablet, third, 'Amber');
  await completeVisit(tablet);
  await tablet.seeText(words('record.on_this_tablet'));
}

async function readOnAnotherTablet(stage, county, aspect) {
  const other = await stage.tablet();
  await setUp(other, county, ben, await county.newCode());
  await openSchool(other, 'ashmere', ashmere);
  await openVisit(other);
  await other.see('heading', words('record.title'));
  await other.seeText(`${typedBefore}w it too.`);
  await other.seeText(ada.name);
  await other.seeText(aspect);
}

async function exportHolds(county, aspect) {
  const officer = await county.enrolByHttp('Olive Reed', 'officer');
  const { status, body } = await county.request('GET', '/api/export', { token: officer.token });
  assert.equal(status, 200);
  const visit = body.visits.find((each) => JSON.stringify(each).includes('900001'));
  assert.match(JSON.stringify(visit), new RegExp(`${typedBefore}w it too\\.`), `The export holds the evidence for ${aspect}.`);
  const byHand = await county.exported();
  assert.deepEqual(byHand.visits, body.visits, 'The command line exports what an officer gets over HTTP.');
}

story('the same batch sent again changes nothing', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  const [first] = aspectsFor('primary');
  await writeVisit(tablet, first, aspectsFor('primary')[1]);
  await completeVisit(tablet);
  await tablet.seeText(/Received by the county/);
  assert.ok(tablet.pushes.length > 0, 'The tablet has sent something.');
  const before = await county.exported();
  for (const { token, body } of tablet.pushes) {
    const again = await county.request('POST', '/api/push', { token, body });
    assert.equal(again.status, 200);
    assert.deepEqual(new Set(again.body.results.map((result) => result.outcome)), new Set(['already_had']));
  }
  assert.deepEqual((await county.exported()).visits, before.visits);
});
