// What somebody with a screen reader is offered, judged by axe-core on every screen.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import {
  ada, addNote, aspectsFor, completeVisit, evidenceFor, judge, openPart, openSchool, setUp, startVisit,
} from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const schemes = ['light', 'dark', 'contrast'];

// Judged twice. As the elements lie over the picture, by every rule that axe-core has, best practices too, and by the one for the
// size of targets, which it leaves out unless asked. Contrast is left out: the elements are transparent there, and the picture is
// judged by tests/app/access_test.cpp. Then as they are shown where there is no picture, by contrast, in each colour scheme.
async function faultsOf(tablet) {
  return tablet.inPage(async (names) => {
    const told = (where, { violations }) => violations.map((fault) =>
      `${where}: ${fault.id}: ${fault.help}: ${fault.nodes.slice(0, 3).map((node) => `${node.html} ${node.any[0]?.message ?? ''}`).join(' ')}`);
    const rules = { 'color-contrast': { enabled: false }, 'target-size': { enabled: true } };
    const found = told('over the picture', await globalThis.axe.run(document, { rules }));
    const page = document.documentElement;
    const scheme = page.dataset.scheme;
    const pictured = !document.body.classList.contains('plain');
    document.body.classList.add('plain');
    for (const name of names) {
      page.dataset.scheme = name;
      found.push(...told(`plain, ${name}`, await globalThis.axe.run(document, { runOnly: ['color-contrast'] })));
    }
    page.dataset.scheme = scheme;
    document.body.classList.toggle('plain', !pictured);
    return found;
  }, schemes);
}

story('axe-core finds no fault on any screen, nor where they are shown without a picture, in any colours', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await tablet.context.addInitScript({ path: axeFile });
  const check = async (screen) => assert.deepEqual(await faultsOf(tablet), [], `On the screen “${screen}”.`);
  await tablet.open(county.address);
  await tablet.see('heading', words('set_up.title'));
  await check('set up');
  await setUp(tablet, county, ada);
  await check('schools');
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await check('school');
  await startVisit(tablet, { date: '2026-11-20', participants: 'The headteacher', focus: 'Reading' });
  const [first] = aspectsFor('primary');
  await judge(tablet, first, 'Amber');
  await tablet.write('textbox', evidenceFor(first), 'Seen in three lessons.');
  await check('visit, aspects');
  await openPart(tablet, 'notes');
  await addNote(tablet, 'Two pupils showed us the library.');
  await check('visit, notes');
  await tablet.press('button', /^Sort note 1/);
  await check('visit, sorting a note');
  await tablet.press('button', words('note.sorted'));
  for (const part of ['questions', 'agreed', 'details', 'before']) {
    await openPart(tablet, part);
    await check(`visit, ${part}`);
  }
  await completeVisit(tablet);
  await check('record');
  await tablet.press('button', words('record.hand_over'));
  await tablet.see('heading', words('hand_over.title'));
  await check('the record in the head’s hands');
  await tablet.press('button', words('hand_over.give_back'));
  await tablet.write('textbox', words('hand_over.passphrase'), ada.passphrase);
  await tablet.press('button', words('hand_over.take_back'));
  await tablet.see('heading', words('record.title'));
  await checkAroundVisits(tablet, check);
  await tablet.press('button', words('rating.open'));
  await tablet.press('radio', 'Red', { within: ['radiogroup', words('rating.category_proposed')] });
  await tablet.write('textbox', words('rating.reason_proposed'), 'Two teachers have left.');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.press('button', words('rating.withdraw_proposal'));
  await tablet.press('button', `${words('rating.show_evidence')} for ${first}`);
  await tablet.seeText('Seen in three lessons.');
  await check('category and direction');
  await tablet.press('button', words('board.title'));
  await tablet.see('table', words('board.heading'));
  await check('board');
  await tablet.press('button', words('board.choose'));
  await check('choosing schools');
  await tablet.press('button', words('board.done'));
  await tablet.press('button', words('sending.open'));
  await tablet.see('heading', words('sending.title'));
  await check('sending');
  await tablet.reload();
  await tablet.see('heading', words('unlock.title'));
  await check('unlock');
  await checkThePage(tablet, county);
});

// What the page itself shows: a sentence over everything, which a second window gets, and a smaller one beside the app.
async function checkThePage(tablet, county) {
  const second = await tablet.secondTab();
  await second.open(county.address);
  await second.see('heading', pageWords.elsewhere.title);
  assert.deepEqual(await faultsOf(second), [], 'Where Kitbag is open in another window.');
  await second.page.close();
  await tablet.inPage(() => {
    document.getElementById('offer').hidden = false;
    document.getElementById('offer-text').textContent = 'A new version of Kitbag is ready.';
    document.getElementById('offer-action').textContent = 'Use it now';
  });
  assert.deepEqual(await faultsOf(tablet), [], 'With an offer beside the app.');
}

// Ends at the school of the visit.
async function checkAroundVisits(tablet, check) {
  await tablet.press('button', words('visits.title'));
  await check('visits');
  await tablet.press('button', words('search.open'));
  await tablet.write('searchbox', words('search.field'), 'library');
  await tablet.seeText('1 note');
  await check('search');
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'valley', 'Wend Valley Academy');
  await tablet.press('button', words('planning.open'));
  await check('kinds of visit');
  await tablet.press('button', /^Lesson observation/);
  await tablet.press('button', words('academy.form'));
  await check('a trust’s agreement');
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await tablet.press('button', words('forum.open'));
  await tablet.press('button', words('forum.add'));
  await check('the Forum');
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
}
