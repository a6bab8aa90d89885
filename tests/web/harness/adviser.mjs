// What an adviser does, in the words of the screens. Each step ends when its result can be seen.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { frameworks } from './places.mjs';
import { until } from './waiting.mjs';
import { words } from './words.mjs';

export const ada = { name: 'Ada Marsh', passphrase: 'otters under the bridge' };
export const ben = { name: 'Ben Fenner', passphrase: 'a lantern for the lane' };

// An address is opened when the app has said what it wants first: to be set up, or to be unlocked.

export async function fillSetUp(tablet, { name, passphrase }, code) {
  await tablet.see('heading', words('set_up.title'));
  await tablet.write('textbox', words('set_up.name'), name);
  await tablet.write('textbox', words('set_up.code'), code);
  await tablet.write('textbox', words('set_up.passphrase'), passphrase);
  await tablet.write('textbox', words('set_up.again'), passphrase);
  await tablet.press('button', words('set_up.button'));
}

export async function setUp(tablet, county, person, code = county.firstCode) {
  await tablet.open(county.address);
  await fillSetUp(tablet, person, code);
  await tablet.see('button', words('schools.title')); // Of the navigation: the heading also names the settings where there are any.
  await seeSchools(tablet, county.about.schools);
}

export async function seeSchools(tablet, count) {
  await tablet.seeText(`${count} schools`);
}

export async function unlock(tablet, { passphrase }, options) {
  await tablet.see('heading', words('unlock.title'));
  await tablet.write('textbox', words('unlock.passphrase'), passphrase, options);
  await tablet.press('button', words('unlock.button'));
  await tablet.see('button', words('schools.title'));
}

export async function lock(tablet) {
  await tablet.press('button', words('sending.open'));
  await tablet.rest(); // The offer to put Kitbag on the home screen may come here, and moves what is above it.
  await tablet.press('button', words('common.lock'));
  await tablet.see('heading', words('unlock.title'));
}

// A tablet can be used with no connection once the service worker holds every file of the app.
export async function readyForOffline(tablet) {
  await until('the app can be opened with no connection', () => tablet.inPage(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const { active, installing, waiting } = registration ?? {};
    return active?.state === 'activated' && navigator.serviceWorker.controller === active && !installing && !waiting;
  }));
}

export async function goOffline(tablet, county, person) {
  await readyForOffline(tablet);
  await county.stop();
  await tablet.reload();
  await unlock(tablet, person);
}

export async function sync(tablet) {
  await tablet.press('button', words('sending.sync_now'));
  await tablet.seeText(words('sending.all_received'));
}

export const daysFromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// What the button is called that starts the usual visit to a school.
export const startUsual = `Start a ${words('school.keeping_in_touch')}`;

export async function search(tablet, text) {
  await tablet.write('searchbox', words('schools.search'), text);
}

export async function openSchool(tablet, text, name) {
  await search(tablet, text);
  await tablet.press('button', name);
  await tablet.see('heading', name);
}

export async function openCategorisation(tablet, name) {
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, name, name);
  await tablet.press('button', words('rating.open'));
  await tablet.see('heading', words('rating.stands'));
}

// A part of the visit that is open: 'notes', 'aspects', 'questions', 'agreed', 'details' or 'before'.
export async function openPart(tablet, part) {
  await tablet.press('button', words(`visit.part_${part}`), { within: ['navigation', words('visit.part_of')] });
}

// From the school's page to the field that takes everything.
export async function writeNow(tablet) {
  await tablet.press('button', words('school.write_now'));
  await tablet.see('textbox', words('note.capture'));
}

export async function addNote(tablet, text) {
  await tablet.write('textbox', words('note.capture'), text, { slowly: false });
  await tablet.press('button', words('note.next'));
  await tablet.seeValue('textbox', words('note.capture'), '');
}

export async function fillDetails(tablet, { date, participants, focus }) {
  await openPart(tablet, 'details');
  await tablet.write('textbox', words('visit.date'), date);
  await tablet.write('textbox', words('visit.participants'), participants);
  await tablet.write('textbox', words('visit.focus'), focus);
}

// With its details; ends where its aspects are judged.
export async function startVisit(tablet, details) {
  await tablet.press('button', startUsual);
  await tablet.see('textbox', words('note.capture'));
  await fillDetails(tablet, details);
  await openPart(tablet, 'aspects');
}

const usualVisit = { date: '2026-11-20', participants: 'The headteacher', focus: 'Reading' };
export const ashmere = 'Ashmere Primary School';

// A visit under way at the first school of Wendshire. `details` says what differs from a usual one.
export async function beginVisit(tablet, details = {}) {
  await openSchool(tablet, 'ashmere', ashmere);
  await startVisit(tablet, { ...usualVisit, ...details });
}

export async function judge(tablet, aspect, category) {
  const within = ['radiogroup', aspect];
  await tablet.press('radio', new RegExp(`^${category}`), { within });
  await until(`${aspect} is judged ${category}`, async () => (await tablet.find('radio', new RegExp(`^${category}`), within))?.checked());
}

// A visit is found at its school by its date.
export async function openVisit(tablet, date = '20 November 2026') {
  await tablet.press('button', date);
}

export const evidenceFor = (aspect) => `Evidence for ${aspect}`;

export async function completeVisit(tablet) {
  await openPart(tablet, 'details');
  await tablet.rest();
  await tablet.press('button', words('visit.complete'));
  await tablet.rest(); // The question moves while it arrives, and when the offer of the home screen comes.
  await tablet.press('button', words('visit.confirm_button'));
  await tablet.see('heading', words('record.title'));
}

// The titles of the aspects that the framework has for one kind of school, in its order.
export function aspectsFor(variant) {
  const pack = JSON.parse(readFileSync(path.join(frameworks, 'school-categorisation-2014.json'), 'utf8'));
  return pack.aspects.filter((aspect) => aspect.applies_to.includes(variant)).map((aspect) => aspect.title);
}
