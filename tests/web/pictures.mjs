// Takes a picture of every screen at four sizes into build/pictures/, for people to look at: node tests/web/pictures.mjs [01]
// The county, its schools, people and visits are invented.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ada, addNote, aspectsFor, ben, completeVisit, evidenceFor, fillSetUp, judge, openPart, openSchool, search, setUp, startVisit, unlock,
} from './harness/adviser.mjs';
import { CountyServer } from './harness/county_server.mjs';
import { halfTermsUntilToday, writeHistory } from './harness/invented_history.mjs';
import { openTablet } from './harness/open_tablet.mjs';
import { top } from './harness/places.mjs';
import { until } from './harness/waiting.mjs';
import { words } from './harness/words.mjs';

const sizes = [[1180, 820], [820, 1180], [390, 844], [1366, 768]];
const pictures = path.join(top, 'build', 'pictures');

// The picture is drawn by a worker: it is finished when it stays as it is.
async function settled(page) {
  let before = '';
  await until('the picture stands still', async () => {
    const now = (await page.screenshot()).toString('base64');
    const same = now === before;
    before = now;
    return same;
  });
}

// Only the pictures whose names begin with the first argument, if there is one.
const only = process.argv[2] ?? '';

async function takeEach(tablet, name) {
  if (!name.startsWith(only)) return;
  for (const [width, height] of sizes) {
    await tablet.page.setViewportSize({ width, height });
    await settled(tablet.page);
    await tablet.picture(path.join(pictures, `${name}-${width}x${height}.png`));
  }
  await tablet.page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] });
  console.log(`  ${name}`);
}

const judgements = ['Green', 'Green', 'Amber', 'Amber', 'Green', 'Red', 'Amber', 'Green'];
const evidence = [
  'Every pupil we spoke to could say what they were working on next and how they would know it was right.',
  'Books in Years 3 and 4 show longer pieces of writing than in the autumn. Spelling is marked, and corrected by the pupils.',
];

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
  await takeEach(tablet, '07-visit-notes');
  await tablet.press('button', /^Sort note 1/);
  await tablet.press('radio', aspectsFor('primary')[1], { within: ['radiogroup', words('note.aspect')] });
  await takeEach(tablet, '07-visit-sort');
  await tablet.press('button', words('note.sorted'));
  for (const part of ['questions', 'agreed', 'details', 'before']) {
    await openPart(tablet, part);
    await takeEach(tablet, `07-visit-${part}`);
  }
  await openPart(tablet, 'aspects');
  for (const [place, category] of judgements.entries()) await judge(tablet, aspects[place], category).catch(() => {});
  for (const [place, text] of evidence.entries()) await tablet.write('textbox', evidenceFor(aspects[place]), text);
}

async function takeAround(tablet) {
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'valley', 'Wend Valley Academy');
  await tablet.press('button', words('planning.open'));
  await tablet.see('heading', words('planning.title'));
  await takeEach(tablet, '31-new-visit');
  await tablet.press('button', /^Lesson observation/);
  await takeEach(tablet, '32-academy');
  await tablet.press('button', words('academy.form'));
  await takeLong(tablet, '32-academy-form');
  await tablet.press('button', words('academy.not_now'));
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'otterholt', 'Otterholt School');
  await tablet.press('button', words('planning.open'));
  await tablet.press('button', /^Work scrutiny/);
  await tablet.press('button', words('planning.plan'));
  await takeEach(tablet, '33-planned');
  await tablet.press('button', words('visits.title'));
  await takeEach(tablet, '34-visits');
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'otterholt', 'Otterholt School');
  await tablet.press('button', words('forum.open'));
  await tablet.press('button', words('forum.add'));
  await takeEach(tablet, '35-forum');
  await tablet.press('button', words('search.open'));
  await tablet.write('searchbox', words('search.field'), 'topic work');
  await takeEach(tablet, '36-search');
}

async function takeCategorisation(tablet) {
  await tablet.press('button', words('board.title'));
  await tablet.see('table', words('board.heading'));
  await takeEach(tablet, '20-board');
  await tablet.press('button', words('board.choose'));
  await takeEach(tablet, '21-board-choose');
  await tablet.press('button', words('board.done'));
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await takeEach(tablet, '22-school-rated');
  await tablet.press('button', words('rating.open'));
  await tablet.see('heading', words('rating.stands'));
  await takeEach(tablet, '23-categorisation');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.seeText('Choose GREEN, AMBER or RED.');
  await tablet.press('radio', 'Red', { within: ['radiogroup', words('rating.category_proposed')] });
  await tablet.write('textbox', words('rating.reason_proposed'), 'Two thirds of the teachers are new since September.');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.seeText('Red, proposed by');
  await takeEach(tablet, '24-proposed');
  await takeLong(tablet, '25-categorisation-whole');
}

// The whole of a long screen, in a window as high as it.
async function takeLong(tablet, name) {
  if (!name.startsWith(only)) return;
  for (const width of [390, 1180]) {
    await tablet.page.setViewportSize({ width, height: 3600 });
    await settled(tablet.page);
    await tablet.picture(path.join(pictures, `${name}-${width}.png`));
  }
  await tablet.page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] });
}

async function takeAll(county, tablet) {
  await writeHistory(county, ['900001', '900002', '900003', '900004', '900005', '900007', '900010'], calendar);
  await tablet.open(county.address);
  await tablet.see('heading', words('set_up.title'), { longestMs: 30_000 });
  await takeEach(tablet, '01-set-up');
  await fillSetUp(tablet, ada, 'KTB-AAAA-AAAA');
  await tablet.seeText(/code/);
  await takeEach(tablet, '02-set-up-refused');
  await setUp(tablet, county, ada);
  await takeEach(tablet, '03-schools');
  await tablet.press('button', words('trouble.what_to_do'));
  await takeEach(tablet, '03-storage');
  await tablet.press('button', words('common.close'));
  await search(tablet, 'wend');
  await takeEach(tablet, '04-search');
  await search(tablet, 'nothing like it');
  await takeEach(tablet, '05-search-empty');
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await takeEach(tablet, '06-school');
  await writeVisit(tablet);
  await takeEach(tablet, '07-visit');
  await tablet.page.setViewportSize({ width: 820, height: 1180 }); // Where the reasons do not stand beside the visit.
  await tablet.press('button', words('suggestion.show_reasons'));
  await takeEach(tablet, '08-visit-reasons');
  await tablet.press('button', words('common.cancel'));
  await openPart(tablet, 'details');
  await tablet.press('button', words('visit.complete'));
  await tablet.see('button', words('visit.confirm_button'));
  await takeEach(tablet, '09-complete');
  await tablet.press('button', words('common.cancel'));
  await completeVisit(tablet);
  await takeEach(tablet, '10-record');
  await takeLong(tablet, '10-record-whole');
  await tablet.press('button', words('record.hand_over'));
  await tablet.see('heading', words('hand_over.title'));
  await takeEach(tablet, '30-hand-over');
  await tablet.press('button', words('hand_over.give_back'));
  await tablet.write('textbox', words('hand_over.passphrase'), ada.passphrase);
  await takeLong(tablet, '30-hand-over-whole');
  await tablet.press('button', words('hand_over.take_back'));
  await tablet.see('heading', words('record.title'), { longestMs: 30_000 });
  await takeAround(tablet);
  await tablet.press('button', words('sending.open'));
  await tablet.seeText(/Received by the county/);
  await takeEach(tablet, '11-sending');
  await takeCategorisation(tablet);
  await tablet.reload();
  await tablet.see('heading', words('unlock.title'), { longestMs: 30_000 });
  await takeEach(tablet, '12-unlock');
  await tablet.write('textbox', words('unlock.passphrase'), ben.passphrase);
  await tablet.press('button', words('unlock.button'));
  await tablet.seeText(/not the passphrase of this tablet/);
  await takeEach(tablet, '13-unlock-refused');
  await unlock(tablet, ada);
  await county.stop();
  await tablet.press('button', words('sending.sync_now'));
  await tablet.seeText(/No connection/);
  await takeEach(tablet, '14-no-connection');
}

const folder = await mkdtemp(path.join(tmpdir(), 'kitbag-pictures-'));
await mkdir(pictures, { recursive: true });
const calendar = halfTermsUntilToday(8);
const county = new CountyServer(path.join(folder, 'county'), { calendar });
await county.start();
const tablet = await openTablet('chromium', path.join(folder, 'profile'), {});
try {
  await takeAll(county, tablet);
  console.log('The pictures are in build/pictures/.');
} finally {
  await tablet.close();
  await county.stop();
  await rm(folder, { recursive: true, force: true });
}
