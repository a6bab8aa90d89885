// Who holds which post at a school, written on one tablet and read on another, and the caseload that it puts the school in.

import assert from 'node:assert/strict';
import { ada, ashmere, ben, fillSetUp, lock, openSchool, seeSchools, setUp, sync, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const head = 'Hal Ford';

async function addPerson(tablet, role, name, since) {
  await tablet.press('button', words('people.add'));
  await tablet.press('radio', role, { within: ['radiogroup', words('people.role')] });
  await tablet.write('textbox', words('people.name'), name);
  if (since) await tablet.write('textbox', words('people.since'), since);
  await tablet.press('button', words('people.record'));
  await tablet.see('button', words('people.add')); // The form is closed again.
}

async function seesOwnSchool(tablet) {
  await tablet.seeText('1 of 10 schools');
  const mine = await tablet.see('radio', words('caseload.mine'), { within: ['radiogroup', words('schools.which')] });
  assert.ok(await mine.checked());
  await tablet.see('button', ashmere);
  await tablet.seeNone('button', 'Wend Valley Academy');
}

story('posts that one adviser writes and ends come to another’s tablet, and the first screen of both is their caseload',
  { browsers: ['chromium', 'firefox'] }, async (stage) => {
    const county = await stage.county();
    const bens = await stage.tablet();
    await bens.open(county.address);
    await fillSetUp(bens, ben, county.firstCode);
    await seeSchools(bens, county.about.schools);
    const adas = await stage.tablet();
    await setUp(adas, county, ada, await county.newCode());

    await openSchool(adas, 'ashmere', ashmere);
    await adas.press('button', words('caseload.add'));
    await adas.see('button', words('caseload.leave'));
    await adas.press('button', words('people.open'));
    await adas.see('heading', words('people.title'));
    await addPerson(adas, 'Headteacher', head, '2024-09-01');
    await adas.seeText('Headteacher · since 1 September 2024');
    await adas.press('button', `${words('people.end')}: ${head}`);
    await adas.write('textbox', words('people.until'), '2026-11-20');
    await adas.press('button', words('people.end_now'));
    await adas.see('heading', words('people.past'));
    await addPerson(adas, 'Adviser', ben.name); // By the name that he signs in with.
    await sync(adas);

    await openSchool(bens, 'ashmere', ashmere);
    await bens.press('button', words('sending.sync_now'));
    await bens.seeText(ada.name);
    await bens.see('button', words('caseload.leave'));
    assert.doesNotMatch(await bens.text(), new RegExp(head), 'A post that has ended is not on the page of the school.');
    await bens.press('button', words('people.open'));
    await bens.see('heading', words('people.past'));
    await bens.seeText('Headteacher · since 1 September 2024 · until 20 November 2026');

    for (const [tablet, person] of [[adas, ada], [bens, ben]]) {
      await lock(tablet);
      await unlock(tablet, person);
      await seesOwnSchool(tablet);
    }
  });
