// Signing in with the county's own account: a real provider in a real browser, and the code that comes of it in a real app. What a provider
// may get wrong, and a browser, is in tests/sync/server/sign_in_test.cpp.

import assert from 'node:assert/strict';
import { ada, fillSetUp, readyForOffline, seeSchools } from '../harness/adviser.mjs';
import { IdentityProvider, signInAs } from '../harness/identity_provider.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

async function countyWithProvider(stage) {
  const county = await stage.county();
  const provider = new IdentityProvider();
  stage.atEnd(() => provider.stop());
  await provider.start(`${county.address}/sign-in/back`);
  const said = await county.signInWith(provider, { 'School Improvement Advisers': 'adviser' });
  assert.match(said, new RegExp(`Enter there as where to come back to: ${county.address}/sign-in/back`));
  return { county, provider };
}

// A window of its own in the tablet's browser, which stands for the one on her desk too.
async function openSignIn(tablet, { county, provider }) {
  tablet.elsewhere = provider.issuer;
  const { page } = await tablet.secondTab();
  await page.goto(`${county.address}/sign-in`);
  return page;
}

story('an adviser signs in at the county’s own provider, and sets up her tablet with the code that she is shown', {}, async (stage) => {
  const office = await countyWithProvider(stage);
  const { county } = office;
  const tablet = await stage.tablet();
  await tablet.open(county.address);
  await readyForOffline(tablet); // From now on the app answers for every address that is its own.
  const page = await openSignIn(tablet, office);
  await signInAs(page, 'ada.marsh');
  await page.getByRole('heading', { name: 'Your enrolment code for Kitbag' }).waitFor();
  const text = await page.locator('main').innerText();
  assert.match(text, /signed in at Wendshire as Ada Marsh, adviser\./);
  assert.ok(text.includes(county.address));
  const code = /KTB(-[A-Z0-9]{5}){2}/.exec(text)[0];
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).maxWidth === 'none'), false); // The policy allows its style.

  await page.reload();
  assert.match(await page.locator('main').innerText(), /finished already, or was never begun here/);
  await page.close();
  await fillSetUp(tablet, { ...ada, name: 'A. Marsh' }, code);
  await tablet.see('button', words('schools.title'));
  await seeSchools(tablet, county.about.schools);
  assert.match(await county.devices(), /in use .* adviser +Ada Marsh /);
});

story('somebody of the county whose account gives no role is told so, and is given no code', {}, async (stage) => {
  const office = await countyWithProvider(stage);
  const { county } = office;
  const tablet = await stage.tablet();
  await tablet.open(county.address);
  const page = await openSignIn(tablet, office);
  await signInAs(page, 'ben.fenner');
  await page.getByRole('heading', { name: 'No code was given' }).waitFor();
  const text = await page.locator('main').innerText();
  assert.match(text, /your account at the county gives you no role in Kitbag/);
  assert.match(text, /\(no_role\)/);
  assert.doesNotMatch(text, /KTB-/);
});
