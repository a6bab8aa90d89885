// The tablet's own way back: Android's gesture, a browser's Back, a swipe from an iPad's edge.

import assert from 'node:assert/strict';
import { ada, ashmere, beginVisit, openPart, openSchool, openVisit, setUp, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const both = { browsers: ['chromium', 'firefox'] };
const phone = { width: 390, height: 844 };

async function ready(stage, options) {
  const county = await stage.county();
  const tablet = await stage.tablet(options);
  await setUp(tablet, county, ada);
  return { county, tablet };
}

const entries = (tablet) => tablet.inPage(() => history.state?.kitbagSteps ?? 0);

story('the tablet’s way back goes where the button goes, and nothing that was typed is lost', both, async (stage) => {
  const { tablet } = await ready(stage, phone);
  await beginVisit(tablet);
  await openPart(tablet, 'details');
  const focus = await tablet.see('textbox', words('visit.focus'));
  await focus.add(' and writing'); // It still has the focus when somebody goes back.
  await tablet.goBack();
  await tablet.see('button', words('school.write_now'));
  await tablet.goBack();
  await tablet.see('searchbox', words('schools.search'));
  await until('no entry of the history is left over', async () => (await entries(tablet)) === 0);
  await openSchool(tablet, 'ashmere', ashmere);
  await openVisit(tablet);
  await openPart(tablet, 'details');
  await tablet.seeValue('textbox', words('visit.focus'), 'Reading and writing');
});

story('the way back closes an open question first, and only that', both, async (stage) => {
  const { tablet } = await ready(stage, phone);
  await openSchool(tablet, 'ashmere', ashmere);
  await tablet.press('button', words('display.open'));
  await tablet.see('dialog', words('display.title'));
  await tablet.goBack();
  await tablet.seeNone('dialog', words('display.title'));
  await stays('the school is still shown', async () => Boolean(await tablet.find('button', words('school.write_now'))));
  await tablet.goBack();
  await tablet.see('searchbox', words('schools.search'));
});

story('twice quickly goes two steps back and does not leave the app', {}, async (stage) => {
  const { tablet } = await ready(stage, phone);
  await beginVisit(tablet);
  const deep = await entries(tablet);
  assert.ok(deep >= 2, 'There are as many entries as steps.');
  await tablet.inPage(() => {
    history.back();
    addEventListener('popstate', () => history.back(), { once: true }); // Before the app has answered the first.
  });
  await tablet.see('searchbox', words('schools.search'));
  await until('no entry of the history is left over', async () => (await entries(tablet)) === 0);
});

story('the buttons of the screen leave no step behind, and forward leads nowhere', {}, async (stage) => {
  const { county, tablet } = await ready(stage, phone);
  await openSchool(tablet, 'ashmere', ashmere);
  await tablet.press('button', words('common.back_to_schools'));
  await tablet.see('searchbox', words('schools.search'));
  await until('no entry of the history is left over', async () => (await entries(tablet)) === 0);
  await tablet.page.goForward();
  await stays('the list is shown', async () => Boolean(await tablet.find('searchbox', words('schools.search'))));
  await until('it stands on the first entry again', async () => (await entries(tablet)) === 0);
  const where = new URL(county.address).host;
  assert.equal(new URL(tablet.page.url()).host, where);
  await tablet.page.goBack({ waitUntil: 'commit' });
  assert.notEqual(tablet.page.url().startsWith(county.address), true, 'From a place without a way back the browser leaves as usual.');
});

story('after a reload in the middle of a visit nothing is left over', {}, async (stage) => {
  const { tablet } = await ready(stage, phone);
  await openSchool(tablet, 'ashmere', ashmere);
  await until('there are entries', async () => (await entries(tablet)) > 0);
  await tablet.reload();
  await tablet.see('heading', words('unlock.title'));
  await until('no entry of the history is left over', async () => (await entries(tablet)) === 0);
});

// Runs in the page: what Chromium makes of an entry that is added in the very moment in which the page is loaded anew. The entry that it
// stands on is told to be deeper than the history is.
const pretendDeeper = () => history.replaceState({ kitbagSteps: (history.state?.kitbagSteps ?? 0) + 2 }, '');

story('loaded anew while an entry is added, the app does not go back to what was open before it', both, async (stage) => {
  const { county, tablet } = await ready(stage, phone);
  const seesItself = async () => {
    await tablet.inPage(pretendDeeper);
    await tablet.reload();
    await tablet.see('heading', words('unlock.title'));
    await until('no entry of the history is left over', async () => (await entries(tablet)) === 0);
    await stays('the app is there', async () => (await tablet.inPage(() => location.href)).startsWith(county.address), 1000);
    await unlock(tablet, ada);
  };
  await openSchool(tablet, 'ashmere', ashmere);
  await until('there are entries', async () => (await entries(tablet)) > 0);
  await seesItself();
  const tellsWhere = await tablet.inPage(() => 'navigation' in globalThis);
  if (tellsWhere) await seesItself(); // From the first entry on: what lies below it, only such a browser tells.
});
