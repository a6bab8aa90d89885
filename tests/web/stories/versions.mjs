// Two tablets that had no connection, and one place in which both wrote.

import { ada, ashmere, beginVisit, goOffline, openPart, openSchool, openVisit, setUp, sync } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const first = 'How phonics is taught in Years 1 and 2';
const second = 'How phonics is taught in Year 1, and who is read to at home';

async function writeFocus(tablet, county, text) {
  await goOffline(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await openVisit(tablet);
  await openPart(tablet, 'details');
  await tablet.write('textbox', words('visit.focus'), text);
  await openPart(tablet, 'notes');
  await county.start();
}

story('what two tablets wrote in one place with no connection is settled on one of them and stands on both', {}, async (stage) => {
  const county = await stage.county();
  const one = await stage.tablet();
  await setUp(one, county, ada);
  await beginVisit(one);
  await sync(one);
  const other = await stage.tablet();
  await setUp(other, county, ada, await county.newCode());
  await writeFocus(one, county, first);
  await writeFocus(other, county, second);
  await sync(one);
  await sync(other);
  await other.press('button', words('versions.look'));
  await other.see('heading', words('versions.title'));
  await other.seeText(first);
  await other.seeText(second);
  await other.press('button', /^Let this one stand: What the visit is about, by Ada Marsh.*/);
  await other.seeText(words('versions.settled'));
  await other.seeText(words('versions.none'));
  await sync(other);
  await sync(one);
  await openPart(one, 'details');
  await one.seeValue('textbox', words('visit.focus'), second);
});
