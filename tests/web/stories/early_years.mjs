// An early years adviser's day: settings among the schools, three visits in a row with no connection, and the list of providers
// loaded again. Told against the real server.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ada, addNote, goOffline, openPart, setUp, sync, writeNow } from '../harness/adviser.mjs';
import { inventedProviders } from '../harness/places.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const settings = ['Little Wend Nursery', 'Overwend Pre-School', 'Childminder EY900103'];

const open = async (tablet, text, name) => {
  await tablet.write('searchbox', words('schools.search_or_setting'), text);
  await tablet.press('button', name);
  await tablet.see('heading', name);
};

story('an early years adviser visits three settings in a row with no connection, and the county receives it all',
  { browsers: ['chromium', 'firefox'] }, async (stage) => {
    const county = await stage.county({ county: 'wendshire_with_settings' });
    const tablet = await stage.tablet();
    await setUp(tablet, county, ada, await county.newCode('early_years_adviser'));
    await goOffline(tablet, county, ada);
    await tablet.press('radio', words('schools.only_settings'));
    await tablet.seeText('4 of 14 schools and settings');
    for (const name of settings) {
      await open(tablet, name, name);
      await writeNow(tablet);
      await addNote(tablet, `At ${name}: two adults, six children, one story.`);
      await openPart(tablet, 'questions');
      await tablet.write('textbox', 'How many children were there, of which ages?', `Six at ${name}`);
      await tablet.press('button', words('schools.title'));
    }
    await county.start();
    await sync(tablet);
    const { visits } = await county.exported();
    assert.equal(visits.length, settings.length);
    const kept = JSON.stringify(visits);
    for (const name of settings) {
      assert.ok(kept.includes(`At ${name}: two adults`), name);
      assert.ok(kept.includes(`Six at ${name}`), name);
    }
    assert.match(kept, /"setting_observation"/);
    assert.match(kept, /"EY900103"/);
  });

story('a setting tells of its inspections by the framework of their day, and a newer list is looked at before it is taken', {}, async (stage) => {
  const county = await stage.county({ county: 'wendshire_with_settings' });
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await open(tablet, 'wendham', settings[0]);
  await tablet.seeText('Full inspection · Good');
  await tablet.seeText('Full inspection · Satisfactory');
  await tablet.seeText('Early Years Register · Childcare Register, compulsory part · Childcare Register, voluntary part');

  const newer = path.join(county.folder, 'providers.csv');
  const text = await readFile(inventedProviders, 'utf8');
  await writeFile(newer, text.replace('Overwend Pre-School', 'Overwend Early Years'));
  assert.match(await county.importProviders(inventedProviders), /Nothing in the register has changed\./);
  const renamed = /renamed {5}EY900102 Overwend Early Years, until now Overwend Pre-School/;
  assert.match(await county.importProviders(newer, '--preview'), renamed);
  assert.match(await county.importProviders(newer), renamed); // So looking had changed nothing.
  assert.match(await county.importProviders(newer), /Nothing in the register has changed\./);
  await tablet.press('button', words('schools.title'));
  await open(tablet, 'pre-school', 'Overwend Pre-School');
  await tablet.press('button', words('sending.sync_now'));
  await tablet.see('heading', 'Overwend Early Years');
});
