// What a browser does with what is stored in it: clears it, promises to keep it, or keeps it only on a home screen.

import assert from 'node:assert/strict';
import { ada, beginVisit, fillSetUp, goOffline, openPart, seeSchools, setUp, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

const noPicture = { graphics: false };

// As a browser short of room does it: the private file system goes, and other storage of the same origin may stay.
async function clearStorage(tablet, county) {
  await tablet.goTo(`${county.address}/healthz`); // Not the app, which holds its files.
  await until('the files are gone', () => tablet.inPage(async () => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    return true;
  }));
}

const markOf = (tablet) => tablet.inPage(() => JSON.parse(localStorage.getItem('kitbag-store')));

story('a tablet whose storage the browser cleared says so, with what was not sent, before it is set up again', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet(noPicture);
  await setUp(tablet, county, ada);
  await goOffline(tablet, county, ada);
  await beginVisit(tablet, { focus: 'Reading in Year 2' });
  await openPart(tablet, 'notes');
  await until('what is not sent is counted', async () => (await markOf(tablet)).unsent >= 3);
  await county.start();
  await clearStorage(tablet, county);
  const { unsent, ...rest } = await markOf(tablet);
  assert.deepEqual(Object.keys(rest), ['at'], 'The mark says nothing about anybody.');
  await tablet.goTo(`${county.address}/`);
  await tablet.see('heading', pageWords.cleared.title);
  await tablet.seeText(`${unsent} changes and photographs had not been received by the county`);
  assert.equal(await tablet.count('textbox'), 0, 'Nothing is written before that has been read.');
  await tablet.press('button', pageWords.setUpAgain);
  await fillSetUp(tablet, ada, await county.newCode());
  await seeSchools(tablet, 10);
  await until('the mark is of the new store', async () => (await markOf(tablet)).unsent === 0);
  await tablet.reload();
  await unlock(tablet, ada);
});

story('a tablet that was never set up, and one whose mark alone went, say nothing of cleared storage', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet(noPicture);
  await setUp(tablet, county, ada);
  await until('the store is marked', () => markOf(tablet));
  await tablet.goTo(`${county.address}/healthz`);
  await tablet.inPage(() => localStorage.clear());
  await tablet.goTo(`${county.address}/`);
  await unlock(tablet, ada);
  await until('the store is marked again', () => markOf(tablet));
});

// In the page before it loads: what the browser is asked for when it has offered to install, and a browser that is an iPad's.
const countQuestions = () => {
  globalThis.asked = 0;
  globalThis.BeforeInstallPromptEvent.prototype.prompt = () => { ++globalThis.asked; };
};
const isAnIPad = () => {
  addEventListener('beforeinstallprompt', (event) => event.stopImmediatePropagation());
  Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15' });
  Object.defineProperty(navigator, 'maxTouchPoints', { get: () => 5 });
};

// A browser that offers to install only when it is told to.
const offersLate = () => {
  addEventListener('beforeinstallprompt', (event) => {
    if (event.isTrusted) event.stopImmediatePropagation();
  });
  globalThis.offerNow = () => dispatchEvent(new Event('beforeinstallprompt', { cancelable: true }));
};

const said = async (tablet, text) => (await tablet.text()).includes(text);

async function openSending(tablet) {
  await tablet.press('button', words('sending.open'));
  await tablet.see('heading', words('sending.title'));
}

story('the home screen is offered where the app tells what is kept, covers nothing, and is not offered again', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ ...noPicture, beforePage: countQuestions });
  await setUp(tablet, county, ada);
  await stays('nobody is interrupted by it', async () => !(await said(tablet, pageWords.install)), 1000);
  await openSending(tablet);
  await tablet.see('button', pageWords.installNow);
  const free = () => tablet.inPage(() => document.getElementById('bridge').getBoundingClientRect().bottom <= document.getElementById('offer').getBoundingClientRect().top);
  await until('the app ends above the offer', free);
  await tablet.press('button', words('display.open'));
  await until('it leaves its room to what is asked', async () => !(await said(tablet, pageWords.install)));
  await tablet.keys('Escape');
  await tablet.see('button', pageWords.installNow);
  await tablet.press('button', words('schools.title'));
  await until('it goes with the screen', async () => !(await said(tablet, pageWords.install)));
  await openSending(tablet);
  await tablet.press('button', pageWords.installNow);
  assert.equal(await tablet.inPage(() => globalThis.asked), 1, 'The browser’s own question follows.');
  await tablet.reload();
  await unlock(tablet, ada);
  await openSending(tablet);
  await stays('it is not offered again', async () => !(await said(tablet, pageWords.install)), 1000);
});

story('a home screen that the browser offers late is offered with the next screen, and nothing moves under a finger', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ ...noPicture, beforePage: offersLate });
  await setUp(tablet, county, ada);
  await openSending(tablet);
  const unsaid = async () => !(await said(tablet, pageWords.install));
  await stays('the screen has come, and nothing is offered by itself', unsaid, 1000);
  await tablet.inPage(() => globalThis.offerNow());
  await stays('the screen stays as it is', unsaid, 1000);
  await tablet.press('button', words('schools.title'));
  await stays('it is not offered among the schools', unsaid, 1000);
  await openSending(tablet);
  await tablet.see('button', pageWords.installNow);
});

story('on an iPad words say how to put the app on the home screen, until they are put away', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ ...noPicture, beforePage: isAnIPad });
  await setUp(tablet, county, ada);
  await openSending(tablet);
  await tablet.seeText(pageWords.installOnApple);
  await tablet.press('button', pageWords.understood);
  await tablet.reload();
  await unlock(tablet, ada);
  await openSending(tablet);
  await stays('they are not said again', async () => !(await said(tablet, pageWords.installOnApple)), 1000);
});

story('before a tablet is set up, a browser that promised nothing is told of, with what to do in a private window', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet(noPicture);
  await tablet.open(county.address);
  await tablet.see('heading', words('set_up.title'));
  await tablet.seeText(words('trouble.may_go_at_close'));
});
