// What goes wrong before any visit: each gets a sentence that says what to do, and changes nothing.

import assert from 'node:assert/strict';
import { ada, beginVisit, ben, fillSetUp, openPart, openSchool, openVisit, search, setUp, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

story('a wrong code, a lost server and a used code are each explained, and then set-up goes on', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await tablet.open(county.address);
  await fillSetUp(tablet, ada, 'KTB-AAAA-AAAA');
  await tablet.seeText(/code/i);
  const code = await tablet.see('textbox', words('set_up.code'));
  await until('the code field says what is wrong', async () => (await code.attribute('aria-invalid')) === 'true');
  assert.equal((await county.exported()).visits.length, 0);

  await county.stop();
  await tablet.write('textbox', words('set_up.code'), county.firstCode);
  await tablet.press('button', words('set_up.button'));
  await tablet.hear(words('set_up.unreachable'));

  const firstCode = county.firstCode;
  await county.start();
  await tablet.press('button', words('set_up.button'));
  await tablet.see('heading', words('schools.title'));

  const other = await stage.tablet();
  await other.open(county.address);
  await fillSetUp(other, ben, firstCode);
  const usedCode = await other.see('textbox', words('set_up.code'));
  await until('the used code is refused', async () => (await usedCode.attribute('aria-invalid')) === 'true');
  await other.seeText(/already been used|used already|was used/);

  await other.write('textbox', words('set_up.code'), await county.newCode());
  await other.press('button', words('set_up.button'));
  await other.see('heading', words('schools.title'));
});

story('what is missing at set-up is said beside its field and nothing is sent', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await tablet.open(county.address);
  await tablet.see('heading', words('set_up.title'));
  await tablet.press('button', words('set_up.button'));
  await tablet.seeText(words('set_up.name_missing'));
  await tablet.seeText(words('set_up.code_missing'));
  await fillSetUp(tablet, { name: 'Ada Marsh', passphrase: 'short' }, county.firstCode);
  await tablet.seeText(/at least 8 characters/i);
  await tablet.write('textbox', words('set_up.passphrase'), 'otters under the bridge');
  await tablet.write('textbox', words('set_up.again'), 'otters over the bridge');
  await tablet.press('button', words('set_up.button'));
  await tablet.seeText(words('set_up.again_differs'));
  assert.deepEqual(tablet.requests.filter((address) => address.includes('/api/')), []);
});

story('a wrong passphrase is refused, guessing is slowed, and the right one opens', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await tablet.reload();
  await tablet.see('heading', words('unlock.title'));
  const waitSaid = /^Too many tries\. Wait/;
  const waits = async () => (await tablet.announcements()).some((text) => waitSaid.test(text));
  let tries = 0;
  while (!(await waits())) {
    assert.ok(++tries <= 6, 'The sixth wrong passphrase at the latest makes the next one wait.');
    await tablet.write('textbox', words('unlock.passphrase'), `not the passphrase ${tries}`);
    await tablet.press('button', words('unlock.button'));
    await tablet.seeText(words('unlock.opening')).catch(() => {});
    await tablet.seeText(/not the passphrase of this tablet/);
  }
  assert.ok(tries >= 3, 'One or two slips of the finger cost nothing.');
  await tablet.write('textbox', words('unlock.passphrase'), ada.passphrase);
  await tablet.keys('Enter');
  await stays('even the right one has to wait', async () => !(await tablet.find('heading', words('schools.title'))), 1000);
  await tablet.hearNoMore(waitSaid, 60_000);
  await unlock(tablet, ada);
});

// Each runs in the page before anything else: the ways in which browsers lack a private file system.
const withoutFiles = {
  'it is refused': () => {
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('It is not allowed here.', 'SecurityError'));
  },
  'it is not there': () => {
    Object.defineProperty(navigator.storage, 'getDirectory', { value: undefined });
  },
};

story('no private file system: the app says so and offers no data entry', {}, async (stage) => {
  const county = await stage.county();
  for (const [way, beforePage] of Object.entries(withoutFiles)) {
    const tablet = await stage.tablet({ beforePage });
    await tablet.open(county.address);
    await tablet.seeText(pageWords.noStorage.text);
    assert.equal(await tablet.count('textbox'), 0, way);
  }
});

story('no WebGL2: the app works by its real elements, made visible', {}, async (stage) => {
  const county = await stage.county();
  const args = ['--disable-3d-apis', '--disable-gpu', '--disable-software-rasterizer']; // Without the last, a worker still has it.
  const tablet = await stage.tablet({ graphics: false, args });
  await setUp(tablet, county, ada);
  assert.equal(await tablet.inWorker(() => new OffscreenCanvas(8, 8).getContext('webgl2')), null);
  await search(tablet, 'ashmere');
  await tablet.press('button', 'Ashmere Primary School');
  await tablet.see('heading', 'Ashmere Primary School');
  const opacity = await tablet.inPage(() => {
    let seen = 1;
    const heading = document.querySelector('#bridge h1'); // Not that of the page's own notice, which nobody sees now.
    for (let element = heading; element; element = element.parentElement) seen *= Number(getComputedStyle(element).opacity);
    return seen;
  });
  assert.equal(opacity, 1, 'What is written can be seen without the picture.');
});

story('an address without encryption is explained before anything is typed', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ args: ['--host-resolver-rules=MAP kitbag.wendshire.example 127.0.0.1'] });
  await tablet.open(`http://kitbag.wendshire.example:${county.port}`);
  await tablet.seeText(pageWords.insecure.text);
  assert.equal(await tablet.count('textbox'), 0);
});

story('a second tab says that Kitbag is open elsewhere, and takes over without loss', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet, { focus: 'Readi' });
  const second = await tablet.secondTab();
  await second.open(county.address);
  await second.see('heading', pageWords.elsewhere.title);
  assert.equal(await second.count('textbox'), 0);
  await tablet.inWorker(() => { globalThis.setTimeout = () => 0; }); // From now on nothing is saved by itself after a while.
  await openPart(tablet, 'details');
  await (await tablet.see('textbox', words('visit.focus'))).add('ng');
  await second.press('button', pageWords.useHere);
  await unlock(second, ada);
  await tablet.see('heading', pageWords.takenOver.title);
  assert.equal(await tablet.count('textbox'), 0, 'The first tab writes no more.');
  await openSchool(second, 'ashmere', 'Ashmere Primary School');
  await openVisit(second);
  await openPart(second, 'details');
  await second.seeValue('textbox', words('visit.focus'), 'Reading');
});
