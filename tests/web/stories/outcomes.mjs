// Outcomes of an invented school, loaded by the program as an officer would: a chart is read as a table, and becomes evidence in a visit.

import assert from 'node:assert/strict';
import { ada, ashmere, openSchool, setUp, sync, writeNow } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const measure = 'Expected standard in reading, writing and mathematics';
const groups = 'Free school meals and others';
const gap = 'In 2019 pupils with free school meals were 18 percentage points behind the others.';
const aspect = 'Gaps of vulnerable groups';

// Of the four with free school meals in 2018 nothing may be told, nor of the others, from whom it could be worked out.
const figures = `urn,measure,year,group,pupils,value
900001,ks2_rwm_expected,2017,all,30,52
900001,ks2_rwm_expected,2017,fsm,10,35
900001,ks2_rwm_expected,2017,not_fsm,20,60
900001,ks2_rwm_expected,2018,all,31,64
900001,ks2_rwm_expected,2018,fsm,4,47
900001,ks2_rwm_expected,2018,not_fsm,27,66
900001,ks2_rwm_expected,2019,all,30,63
900001,ks2_rwm_expected,2019,fsm,8,50
900001,ks2_rwm_expected,2019,not_fsm,22,68
county,ks2_rwm_expected,2019,all,,61
national,ks2_rwm_expected,2019,all,,65
`;

// Row by row, each cell as [role, what is read out], as a screen reader walks through it.
function rowsOf(tablet, name) {
  return tablet.inPage((wanted) => {
    const table = [...document.querySelectorAll('[role=table]')].find((one) => one.getAttribute('aria-label') === wanted);
    const cells = (row) => [...row.querySelectorAll('[role=columnheader], [role=rowheader], [role=cell]')];
    return [...table.querySelectorAll('[role=row]')]
      .map((row) => cells(row).map((cell) => [cell.getAttribute('role'), (cell.getAttribute('aria-label') ?? cell.textContent).trim()]));
  }, name);
}

const headings = (...names) => names.map((name) => ['columnheader', name]);
const row = (name, ...cells) => [['rowheader', name], ...cells.map((cell) => ['cell', cell])];
const hidden = words('outcomes.hidden');
const missing = words('outcomes.not_published');

async function openOutcomes(tablet) {
  await openSchool(tablet, 'ashmere', ashmere);
  await tablet.press('button', words('outcomes.open'));
  await tablet.see('heading', words('outcomes.title'));
  await tablet.see('table', measure);
}

story('a chart of outcomes is read as a table that says what is hidden, and is attached to a visit as evidence',
  { browsers: ['chromium', 'firefox'] }, async (stage) => {
    const county = await stage.county();
    assert.match(await county.importOutcomes(figures), /Wendshire: /);
    const tablet = await stage.tablet();
    await setUp(tablet, county, ada);
    await openSchool(tablet, 'ashmere', ashmere);
    await writeNow(tablet);
    await tablet.press('button', words('schools.title'));
    await openOutcomes(tablet);

    assert.deepEqual(await rowsOf(tablet, measure), [
      headings(words('outcomes.whose'), '2017', '2018', '2019'),
      row(words('outcomes.school'), '52%', '64%', '63%'),
      row(words('outcomes.county'), missing, missing, '61%'),
      row(words('outcomes.national'), missing, missing, '65%'),
      row(words('outcomes.floor'), '65%', '65%', '65%'),
    ]);
    assert.deepEqual(await rowsOf(tablet, groups), [
      headings(words('outcomes.whose'), '2017', '2018', '2019'),
      row('Free school meals', '35%', hidden, '50%'),
      row('Others', '60%', hidden, '68%'),
      row(words('outcomes.gap'), '25 percentage points', words('outcomes.no_gap'), '18 percentage points'),
    ]);
    assert.doesNotMatch(await tablet.outline(), /47%|66%/, 'What is hidden is nowhere in the page.');
    await tablet.see('cell', hidden, { within: ['table', groups] });

    await tablet.press('button', words('outcomes.attach'));
    await tablet.press('radio', aspect, { within: ['radiogroup', words('outcomes.attach_aspect')] });
    await tablet.press('button', words('outcomes.attach_now'));
    await tablet.hear(words('outcomes.attached'));
    await sync(tablet);
    const exported = await county.exported();
    assert.equal(exported.visits.length, 1);
    const text = JSON.stringify(exported.visits);
    assert.ok(text.includes(measure) && text.includes(gap), text);

    await tablet.press('button', words('common.back_to_school'));
    await writeNow(tablet);
    assert.ok((await tablet.valueOf('textbox', /^Note 1/)).includes(gap));
  });
