// What an inspection named and how it stands, and what is at risk at the next one: written with no connection, there after a reload,
// and in what the county exports.

import assert from 'node:assert/strict';
import { ada, ashmere, goOffline, openSchool, setUp, sync, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const area = 'Writing in Key Stage 2';
const shown = 'Books of Year 5 were marked and written again.';
const reason = 'Three heads in two years.';
const risk = 'A Requires Improvement judgement is a risk';

async function openInspections(tablet) {
  await tablet.press('button', words('inspections.title'));
  await tablet.see('heading', words('inspections.title'));
}

async function seesItAll(tablet) {
  const chosen = await tablet.see('radio', 'Being addressed', { within: ['radiogroup', area] });
  assert.ok(await chosen.checked());
  await tablet.seeText(`Judged by ${ada.name}`);
  await tablet.seeText(risk);
  await tablet.seeText(reason);
}

story('an area for improvement and the risk at the next inspection are judged with no connection, and the county has them with their reasons',
  { browsers: ['chromium', 'firefox'] }, async (stage) => {
    const county = await stage.county();
    const tablet = await stage.tablet();
    await setUp(tablet, county, ada);
    await goOffline(tablet, county, ada);
    await openSchool(tablet, 'ashmere', ashmere);
    await openInspections(tablet);
    await tablet.write('textbox', words('inspections.other_day'), '2026-11-03');
    await tablet.see('heading', 'Inspection of 3 November 2026');
    await tablet.write('textbox', words('inspections.area'), area);
    await tablet.keys('Tab'); // Left, it is on the list.
    await tablet.write('textbox', `${words('inspections.evidence')}: ${area}`, shown);
    await tablet.press('radio', 'Being addressed', { within: ['radiogroup', area] });

    await tablet.press('button', words('inspections.judge_risk'));
    await tablet.press('radio', risk, { within: ['radiogroup', words('inspections.risk')] });
    await tablet.press('button', words('inspections.record_risk'));
    await tablet.hear('Write why this is a risk.');
    await tablet.write('textbox', words('inspections.why'), reason);
    await tablet.press('button', words('inspections.record_risk'));
    await tablet.seeNone('button', words('inspections.record_risk'));
    await seesItAll(tablet);

    await tablet.reload();
    await unlock(tablet, ada);
    await tablet.press('button', words('schools.title'));
    await openSchool(tablet, 'ashmere', ashmere);
    await seesItAll(tablet);
    await openInspections(tablet);
    await tablet.seeValue('textbox', `${words('inspections.evidence')}: ${area}`, shown);

    await county.start();
    await sync(tablet);
    const exported = await county.exported();
    assert.deepEqual(exported.areas_for_improvement.map((one) => [one.urn, one.inspected, one.text, one.state, one.evidence]),
      [['900001', '2026-11-03', area, 'being_addressed', shown]]);
    assert.deepEqual(exported.inspection_risks.map((one) => [one.urn, one.risk, one.reason]), [['900001', 'requires_improvement', reason]]);
  });
