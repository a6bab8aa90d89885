// Takes a picture of every screen at four sizes in three colour schemes, for people to look at: ./dev pictures [07]
// With a beginning of names, only those. They are in build/pictures/, and its index.html lays them beside those of the run before.
// The county, its schools, people and visits are invented.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ada, addNote, aspectsFor, ben, completeVisit, evidenceFor, fillSetUp, judge, openPart, openSchool, search, setUp, startVisit, unlock,
} from './harness/adviser.mjs';
import { Camera } from './harness/camera.mjs';
import { CountyServer } from './harness/county_server.mjs';
import { halfTermsUntilToday, writeHistory } from './harness/invented_history.mjs';
import { openTablet } from './harness/open_tablet.mjs';
import { drawn, take } from './harness/photographs.mjs';
import { writePicturesPage } from './harness/pictures_page.mjs';
import { words } from './harness/words.mjs';

const camera = new Camera(process.argv[2] ?? '');

const judgements = ['Green', 'Green', 'Amber', 'Amber', 'Green', 'Red', 'Amber', 'Green'];
const evidence = [
  'Every pupil we spoke to could say what they were working on next and how they would know it was right.',
  'Books in Years 3 and 4 show longer pieces of writing than in the autumn. Spelling is marked, and corrected by the pupils.',
];

async function takePhotographs(tablet) {
  await take(tablet, await drawn(tablet, { width: 1200, height: 900, type: 'image/jpeg' }));
  await tablet.hear(words('photos.saved'));
  await camera.takeLong(tablet, '07-visit-photographs');
  await tablet.press('button', /^Look at photograph/);
  await camera.takeEach(tablet, '07-visit-photograph');
  await tablet.press('button', words('photos.remove'));
  await camera.takeEach(tablet, '07-visit-photograph-removed');
  await tablet.press('button', words('photos.keep'));
}

// Letters twice as large, as somebody sets them in the browser.
async function takeLarge(tablet, name) {
  const set = (size) => tablet.inPage((wanted) => {
    document.documentElement.style.fontSize = wanted;
    dispatchEvent(new Event('resize'));
  }, size);
  await set('200%');
  await camera.takeEach(tablet, name);
  await set('');
}

async function writeVisit(tablet) {
  await startVisit(tablet, {
    date: '2026-11-20',
    participants: 'Dr Ives, headteacher; Mrs Sallow, chair of governors',
    focus: 'Writing in Years 3 and 4, and what governors ask about it.',
  });
  const aspects = aspectsFor('primary');
  await openPart(tablet, 'notes');
  await addNote(tablet, 'Met at the door by two pupils who could say what their class learns this week.');
  await addNote(tablet, 'Year 5 topic work says little about what was learned.');
  await camera.takeEach(tablet, '07-visit-notes');
  await tablet.press('button', /^Sort note 1/);
  await tablet.press('radio', aspectsFor('primary')[1], { within: ['radiogroup', words('note.aspect')] });
  await camera.takeEach(tablet, '07-visit-sort');
  await tablet.press('button', words('note.sorted'));
  await takePhotographs(tablet);
  for (const part of ['questions', 'agreed', 'details', 'before']) {
    await openPart(tablet, part);
    await camera.takeEach(tablet, `07-visit-${part}`);
  }
  await openPart(tablet, 'notes');
  await tablet.press('button', /^Undo/);
  await camera.takeEach(tablet, '07-visit-toast');
  await openPart(tablet, 'aspects');
  for (const [place, category] of judgements.entries()) await judge(tablet, aspects[place], category).catch(() => {});
  for (const [place, text] of evidence.entries()) await tablet.write('textbox', evidenceFor(aspects[place]), text, { slowly: false });
}

async function takeAround(tablet) {
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'valley', 'Wend Valley Academy');
  await tablet.press('button', words('planning.open'));
  await tablet.see('heading', words('planning.title'));
  await camera.takeEach(tablet, '31-new-visit');
  await tablet.press('button', /^Lesson observation/);
  await camera.takeEach(tablet, '32-academy');
  await tablet.press('button', words('academy.form'));
  await camera.takeLong(tablet, '32-academy-form');
  await tablet.press('button', words('academy.not_now'));
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'otterholt', 'Otterholt School');
  await tablet.press('button', words('planning.open'));
  await tablet.press('button', /^Work scrutiny/);
  await tablet.press('button', words('planning.plan'));
  await camera.takeEach(tablet, '33-planned');
  await tablet.press('button', words('visits.title'));
  await camera.takeEach(tablet, '34-visits');
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'otterholt', 'Otterholt School');
  await tablet.press('button', words('forum.open'));
  await tablet.press('button', words('forum.add'));
  await camera.takeEach(tablet, '35-forum');
  await tablet.press('button', words('search.open'));
  await tablet.write('searchbox', words('search.field'), 'topic work');
  await camera.takeEach(tablet, '36-search');
}

async function takeCategorisation(tablet) {
  await tablet.press('button', words('board.title'));
  await tablet.see('table', words('board.heading'));
  await camera.takeEach(tablet, '20-board');
  await tablet.press('button', words('board.choose'));
  await camera.takeEach(tablet, '21-board-choose');
  await tablet.press('button', words('board.done'));
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await camera.takeEach(tablet, '22-school-rated');
  await tablet.press('button', words('rating.open'));
  await tablet.see('heading', words('rating.stands'));
  await camera.takeEach(tablet, '23-categorisation');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.seeText('Choose GREEN, AMBER or RED.');
  await tablet.press('radio', 'Red', { within: ['radiogroup', words('rating.category_proposed')] });
  await tablet.write('textbox', words('rating.reason_proposed'), 'Two thirds of the teachers are new since September.');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.seeText('Red, proposed by');
  await camera.takeEach(tablet, '24-proposed');
  await camera.takeLong(tablet, '25-categorisation-whole');
}

async function takeWaysIn(tablet) {
  await tablet.press('button', words('forgotten.open'));
  await camera.takeEach(tablet, '15-forgotten');
  await tablet.press('button', words('forgotten.make'));
  await camera.takeLong(tablet, '15-forgotten-request');
  await tablet.press('button', words('forgotten.back'));
  await tablet.press('button', words('restore.open'));
  await camera.takeEach(tablet, '16-restore');
  await tablet.press('button', words('restore.back'));
}

async function takeAll(county, tablet) {
  await writeHistory(county, ['900001', '900002', '900003', '900004', '900005', '900007', '900010'], calendar);
  await tablet.open(county.address);
  await tablet.see('heading', words('set_up.title'));
  await camera.takeEach(tablet, '01-set-up');
  await fillSetUp(tablet, ada, 'KTB-AAAA-AAAA');
  await tablet.seeText(/code/);
  await camera.takeEach(tablet, '02-set-up-refused');
  await setUp(tablet, county, ada);
  await camera.takeEach(tablet, '03-schools');
  await takeLarge(tablet, '40-large-schools');
  await tablet.press('button', words('display.open'));
  await camera.takeEach(tablet, '03-display');
  await tablet.press('button', words('common.close'));
  await tablet.press('button', words('trouble.what_to_do'));
  await camera.takeEach(tablet, '03-storage');
  await tablet.press('button', words('common.close'));
  await search(tablet, 'wend');
  await camera.takeEach(tablet, '04-search');
  await search(tablet, 'nothing like it');
  await camera.takeEach(tablet, '05-search-empty');
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await camera.takeEach(tablet, '06-school');
  await writeVisit(tablet);
  await camera.takeEach(tablet, '07-visit');
  await takeLarge(tablet, '41-large-visit');
  await tablet.page.setViewportSize({ width: 820, height: 1180 }); // Where the reasons do not stand beside the visit.
  await tablet.press('button', words('suggestion.show_reasons'));
  await camera.takeEach(tablet, '08-visit-reasons');
  await tablet.press('button', words('common.cancel'));
  await openPart(tablet, 'details');
  await tablet.press('button', words('visit.complete'));
  await tablet.see('button', words('visit.confirm_button'));
  await camera.takeEach(tablet, '09-complete');
  await tablet.press('button', words('common.cancel'));
  await completeVisit(tablet);
  await camera.takeEach(tablet, '10-record');
  await takeLarge(tablet, '42-large-record');
  await camera.takeLong(tablet, '10-record-whole');
  await tablet.press('button', words('record.hand_over'));
  await tablet.see('heading', words('hand_over.title'));
  await camera.takeEach(tablet, '30-hand-over');
  await tablet.press('button', words('hand_over.give_back'));
  await tablet.write('textbox', words('hand_over.passphrase'), ada.passphrase);
  await camera.takeLong(tablet, '30-hand-over-whole');
  await tablet.press('button', words('hand_over.take_back'));
  await tablet.see('heading', words('record.title'));
  await takeAround(tablet);
  await tablet.press('button', words('sending.open'));
  await tablet.seeText(/Received by the county/);
  await camera.takeEach(tablet, '11-sending');
  await camera.takeLong(tablet, '11-sending-whole');
  await tablet.press('button', words('passphrase.open'));
  await camera.takeEach(tablet, '11-passphrase');
  await tablet.press('button', words('passphrase.keep'));
  await takeCategorisation(tablet);
  await tablet.reload();
  await tablet.see('heading', words('unlock.title'));
  await camera.takeEach(tablet, '12-unlock');
  await tablet.write('textbox', words('unlock.passphrase'), ben.passphrase);
  await tablet.press('button', words('unlock.button'));
  await tablet.seeText(/not the passphrase of this tablet/);
  await camera.takeEach(tablet, '13-unlock-refused');
  await takeWaysIn(tablet);
  await unlock(tablet, ada);
  await county.stop();
  await tablet.press('button', words('sending.sync_now'));
  await tablet.seeText(/No connection/);
  await camera.takeEach(tablet, '14-no-connection');
}

const folder = await mkdtemp(path.join(tmpdir(), 'kitbag-pictures-'));
const calendar = halfTermsUntilToday(8);
const county = new CountyServer(path.join(folder, 'county'), { calendar });
await county.start();
await county.makeRecoveryKey();
const tablet = await openTablet('chromium', path.join(folder, 'profile'), {});
const started = performance.now();
try {
  await takeAll(county, tablet);
} finally {
  const counts = writePicturesPage();
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${camera.taken} pictures in ${seconds} s: ${counts.changed} changed, ${counts.new} new. Open build/pictures/index.html.`);
  await tablet.close();
  await county.stop();
  await rm(folder, { recursive: true, force: true });
}
