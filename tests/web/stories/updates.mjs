// New releases of the app: offered, taken whole, given back when they cannot start. Each release is the real site with other files.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ada, aspectsFor, beginVisit, completeVisit, goOffline, judge, openPart, openSchool, openVisit, readyForOffline, setUp, unlock, lock } from '../harness/adviser.mjs';
import { makeRelease } from '../harness/releases.mjs';
import { story } from '../harness/runner.mjs';
import { pause, stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

const ashmere = 'Ashmere Primary School';
const dayMs = 24 * 60 * 60 * 1000;

async function tabletWithApp(stage) {
  const county = await stage.county();
  const tablet = await stage.tablet({ graphics: false });
  await setUp(tablet, county, ada);
  await readyForOffline(tablet);
  return { county, tablet };
}

// From now on the county gives out another release.
async function deploy(stage, county, version, change) {
  county.siteFolder = await makeRelease(path.join(stage.folder, `release-${version}`), version, change);
  await county.stop();
  await county.start();
}

const moduleOf = (tablet) => tablet.inPage(() => document.getElementById('main').src.split('/').at(-1));
const versionOf = (tablet) => tablet.inPage(() => document.querySelector('meta[name=release]')?.content ?? 'first');

const waits = (tablet) => tablet.inPage(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));

// A browser that was closed while a version waited has taken it by itself.
async function takeIfOffered(tablet) {
  const offered = await tablet.see('button', pageWords.useNewVersion, { longestMs: 6000 }).catch(() => undefined);
  await offered?.click();
}

story('a new version installs beside the one in use, is offered, and one press takes it with what was typed', {}, async (stage) => {
  const { county, tablet } = await tabletWithApp(stage);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  await tablet.write('textbox', words('note.capture'), 'Half a sentence sta');
  await deploy(stage, county, 1);
  const before = await moduleOf(tablet);
  await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update());
  await tablet.seeText(pageWords.newVersion);
  assert.equal(await moduleOf(tablet), before, 'Nothing is taken before somebody says so.');
  await (await tablet.see('textbox', words('note.capture'))).add('ys');
  let loads = 0;
  tablet.page.on('load', () => { ++loads; });
  await tablet.press('button', pageWords.useNewVersion);
  await unlock(tablet, ada);
  assert.equal(loads, 1, 'The page is loaded anew once.');
  assert.equal(await versionOf(tablet), '1');
  await openSchool(tablet, 'ashmere', ashmere);
  await openVisit(tablet);
  await tablet.seeValue('textbox', /^Note 1,/, 'Half a sentence stays');
});

story('a new version is not offered while something is half done or the tablet is in the head’s hands', {}, async (stage) => {
  const { county, tablet } = await tabletWithApp(stage);
  await beginVisit(tablet);
  await judge(tablet, aspectsFor('primary')[0], 'Green');
  await completeVisit(tablet);
  await tablet.press('button', words('record.hand_over'));
  await tablet.see('heading', words('hand_over.title'));
  await deploy(stage, county, 1);
  await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until('the new version waits', () => waits(tablet));
  await stays('nothing is offered to the head', async () => !(await tablet.text()).includes(pageWords.newVersion), 3500, 250);
});

story('a version that waits is noticed at the next start, can be put off, and after a day is taken where nothing is open', {}, async (stage) => {
  const { county, tablet } = await tabletWithApp(stage);
  await deploy(stage, county, 1);
  await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until('the new version waits', () => waits(tablet));
  await tablet.reload();
  await tablet.see('heading', words('unlock.title'));
  await tablet.press('button', pageWords.later);
  await unlock(tablet, ada);
  assert.equal(await versionOf(tablet), 'first');
  // A day later, by the page's own note of it.
  await tablet.inPage((day) => localStorage.setItem('kitbag-new-version-since', Date.now() - day - 1), dayMs);
  await stays('nothing is taken while the tablet is unlocked', async () => (await versionOf(tablet)) === 'first', 1000, 250);
  await lock(tablet);
  await until('the new version is there', async () => (await versionOf(tablet)) === '1');
  await unlock(tablet, ada);
  await deploy(stage, county, 2);
  await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until('the newest version waits', () => waits(tablet));
  await tablet.inPage((day) => localStorage.setItem('kitbag-new-version-since', Date.now() - day - 1), dayMs);
  await tablet.reload();
  await until('the newest version is there at the start', async () => (await versionOf(tablet)) === '2');
  await unlock(tablet, ada);
});

story('a browser killed anywhere in an update starts one whole version, also with no connection', {}, async (stage) => {
  const { county, tablet } = await tabletWithApp(stage);
  for (const [place, afterMs] of [20, 120, 300, 700].entries()) {
    await deploy(stage, county, place + 1);
    tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update()).catch(() => {});
    await pause(afterMs);
    await tablet.killAtOnce();
    await county.stop();
    await tablet.comeBack();
    await unlock(tablet, ada);
    await county.start();
    await tablet.reload();
    await takeIfOffered(tablet);
    await pause(afterMs);
    await tablet.killAtOnce();
    await county.stop();
    await tablet.comeBack();
    await unlock(tablet, ada);
    await county.start();
    await tablet.reload();
    await takeIfOffered(tablet);
    await until(`release ${place + 1} is there`, async () => (await versionOf(tablet)) === String(place + 1));
    await unlock(tablet, ada);
  }
});

// What may be wrong with a release: (name of a file, its text) => what it is instead.
const unstartable = {
  'its page makes no sense to the browser': (name, text) => (name === 'main' ? `${text}\nthis is no script` : text),
  'a part of its page fails at once': (name, text) => (name === 'bridge' ? `${text}\nthrow new Error('It cannot run here.');` : text),
  'its worker fails at once': (name, text) => (name === 'worker' ? `${text}\nthrow new Error('It cannot run here.');` : text),
  'its module traps': (name, text) => (name === 'worker' ? text.replace('kitbag._kitbag_start(', 'kitbag._there_is_none(') : text),
};

story('a release that cannot start gives way to the one before, until another comes', {}, async (stage) => {
  const { county, tablet } = await tabletWithApp(stage);
  let number = 0;
  for (const [why, change] of Object.entries(unstartable)) {
    const good = await versionOf(tablet);
    await deploy(stage, county, ++number, change);
    await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update());
    await tablet.press('button', pageWords.useNewVersion);
    await tablet.see('heading', words('unlock.title'));
    assert.equal(await versionOf(tablet), good, why);
    await tablet.seeText(pageWords.rolledBack);
    await tablet.press('button', pageWords.understood);
    await county.stop();
    await tablet.killAtOnce();
    await tablet.comeBack();
    await unlock(tablet, ada);
    assert.equal(await versionOf(tablet), good, `${why}, with no connection`);
    await deploy(stage, county, ++number);
    await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update());
    await tablet.press('button', pageWords.useNewVersion);
    await until('the next release starts', async () => (await versionOf(tablet)) === String(number));
    await unlock(tablet, ada);
  }
  tablet.lines = tablet.lines.filter((line) => !line.startsWith('thrown: ')); // That was what is wrong with those releases.
});

story('a server that changes its release in the middle of an installation mixes nothing', {}, async (stage) => {
  const { county, tablet } = await tabletWithApp(stage);
  await deploy(stage, county, 1);
  // The service worker of one release, and then the page of the next.
  const next = await makeRelease(path.join(stage.folder, 'release-2'), 2);
  const page = await readFile(path.join(next, 'index.html'), 'utf8');
  await tablet.context.route(`${county.address}/`, (route) => route.fulfill({ contentType: 'text/html', body: page }));
  await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
  await stays('nothing is installed', async () => !(await waits(tablet)), 3000, 250);
  await tablet.context.unroute(`${county.address}/`);
  await tablet.inPage(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until('what belongs together is installed', () => waits(tablet));
});

// In page and worker: what a clock says a month later.
const aMonthLater = () => {
  const now = Date.now;
  Date.now = () => now() + 31 * 86_400_000;
};

story('with the server gone for a month the app starts, unlocks and takes a note', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ graphics: false });
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await goOffline(tablet, county, ada);
  await tablet.killAtOnce();
  Object.assign(tablet.options, { beforePage: aMonthLater, beforeWorker: undefined });
  await tablet.comeBack();
  await unlock(tablet, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await openVisit(tablet);
  await openPart(tablet, 'notes');
  await tablet.write('textbox', words('note.capture'), 'A month later.');
  await tablet.seeText(words('visit.saved'));
});
