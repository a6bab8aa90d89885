// The invented county that Kitbag is shown with: made from one seed, loaded by the program as any county's files are, and received by a tablet.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeCounty } from '../../../demonstration/make.mjs';
import { startDemonstration } from '../../../demonstration/start.mjs';
import { ada, setUp } from '../harness/adviser.mjs';
import { serverProgram, site } from '../harness/places.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const size = { seed: 7, schools: 6, settings: 10, centres: 2, visits: 60 };
const today = Date.parse('2026-11-20T12:00:00Z');

story('the same seed makes the same invented county, and another one another', { browsers: ['chromium'] }, async (stage) => {
  const filesOf = async (name, seed) => {
    const { files } = await makeCounty(path.join(stage.folder, name), { ...size, seed }, today);
    return Promise.all(Object.values(files).map((file) => readFile(file, 'utf8')));
  };
  const first = await filesOf('first', 7);
  assert.deepEqual(await filesOf('second', 7), first);
  assert.notDeepEqual(await filesOf('third', 8), first);
  assert.equal(first[0].trim().split('\r\n').length, 1 + size.schools);
  assert.equal(first[1].trim().split('\r\n').length, 1 + size.settings);
  assert.equal(first[5].trim().split('\r\n').length, 1 + size.centres);
});

story('an invented county with three years of visits is loaded, and a tablet shows its people, ratings, visits, inspections and outcomes', { browsers: ['chromium'] }, async (stage) => {
  const shown = await startDemonstration({ program: serverProgram, site, folder: path.join(stage.folder, 'demonstration'), size, today });
  try {
    assert.ok(shown.sent > 500, `${shown.sent} changes`);
    const exported = JSON.parse(await shown.office.ask('export'));
    assert.ok(exported.visits.length >= 55, `${exported.visits.length} visits`);
    const states = exported.areas_for_improvement.map(({ state }) => state);
    assert.ok(states.length >= 2 * size.schools, `${states.length} areas for improvement`);
    assert.ok(exported.inspection_risks.length > 0);
    const tablet = await stage.tablet();
    const county = { address: shown.address, about: { schools: size.schools + size.settings + size.centres } };
    await setUp(tablet, county, ada, await shown.office.newCode('adviser'));
    const [school] = shown.invented.schools;
    await tablet.write('searchbox', words('schools.search_or_setting'), school.urn);
    await tablet.press('button', school.name);
    await tablet.seeText(school.head);
    await tablet.see('heading', words('inspection.title'));
    await tablet.see('heading', words('school.visits'));
    await tablet.see('heading', words('inspections.risk'));
    await tablet.press('button', words('rating.open'));
    await tablet.seeText(/decided it: (Green|Amber|Red)/);
    await tablet.press('button', words('schools.title'));
    const primary = shown.invented.schools.find(({ variant }) => variant === 'primary');
    await tablet.write('searchbox', words('schools.search_or_setting'), primary.urn);
    await tablet.press('button', primary.name);
    await tablet.press('button', words('outcomes.open'));
    await tablet.see('heading', words('outcomes.title'));
    await tablet.see('table', /level of development/);
  } finally {
    shown.server.kill('SIGTERM');
  }
});
