// A visit from the first note to the locked record: written with no connection, read and signed by the head, and carried
// over to the next. The rule for academies. Told against the real server.

import assert from 'node:assert/strict';
import {
  ada, addNote, ashmere, aspectsFor, ben, completeVisit, daysFromNow, fillDetails, goOffline, judge, openPart, openSchool, openVisit, setUp, sync,
  unlock, writeNow,
} from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { pause } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const both = ['chromium', 'firefox'];
const [progress] = aspectsFor('primary');

const notes = [
  'Met at the door by two pupils who knew what their class is learning this week.',
  'Year 1 phonics: brisk, everybody answers, two boys at the back do not yet hear the sounds.',
  'Year 2 books: longer pieces than in September.',
  'Year 3: the teacher checks at the tables and changes the task for one group.',
  'Year 4 number: pupils explain two ways and choose the quicker.',
  'Year 5 topic work says little about what was learned.',
  'Year 6 writing: strong openings, weak paragraphs.',
  'Lunch: calm. Older pupils look after younger ones.',
  'The deputy shows the tracking: pupil premium pupils are two months behind in Year 5.',
  'Governor: “We ask for the figures by group at every meeting.”',
  'Subject leader for mathematics has seen every class teach this term.',
  'Reading corner in every room, and used.',
];

story('a Keeping in Touch visit of twelve notes, sorted, judged and completed with no connection, reaches the county whole',
  { browsers: both }, async (stage) => {
    const county = await stage.county();
    const tablet = await stage.tablet();
    await setUp(tablet, county, ada);
    await goOffline(tablet, county, ada);
    await openSchool(tablet, 'ashmere', ashmere);
    await writeNow(tablet);
    for (const text of notes) await addNote(tablet, text);
    await sortNote(tablet, 9);
    await openPart(tablet, 'aspects');
    await judge(tablet, progress, 'Amber');
    await agree(tablet);
    await fillDetails(tablet, { date: '2026-11-20', participants: 'Dr Ives, headteacher', focus: 'Writing' });
    await completeVisit(tablet);
    for (const text of notes) await tablet.seeText(text);
    await county.start();
    await sync(tablet);
    const { visits } = await county.exported();
    assert.equal(visits.length, 1);
    const kept = JSON.stringify(visits[0]);
    for (const text of notes) assert.ok(kept.includes(JSON.stringify(text).slice(1, -1)), text);
    assert.match(kept, /pupil_premium/);
    assert.match(kept, /Model paragraphs in every class/);
  });

async function sortNote(tablet, number) {
  await openPart(tablet, 'notes');
  await tablet.press('button', new RegExp(`^Sort note ${number}\\b`));
  await tablet.press('radio', progress, { within: ['radiogroup', words('note.aspect')] });
  await tablet.press('radio', words('note.data'), { within: ['radiogroup', words('note.source')] });
  await tablet.press('checkbox', 'Pupil premium');
  await tablet.write('textbox', words('note.said_by'), 'The deputy headteacher');
  await tablet.press('button', words('note.sorted'));
  await tablet.seeText('Pupil premium');
}

async function agree(tablet) {
  await openPart(tablet, 'agreed');
  await tablet.write('textbox', `${words('agreed.action')} 1`, 'Model paragraphs in every class', { slowly: false });
  await tablet.write('textbox', `${words('agreed.owner')}, action 1`, 'Dr Ives');
}

const academy = 'Wend Valley Academy';

story('a lesson observation at an academy is refused by the rule, and begins once the trust has agreed to it', { browsers: both },
  async (stage) => {
    const county = await stage.county();
    const tablet = await stage.tablet();
    await setUp(tablet, county, ada);
    await goOffline(tablet, county, ada);
    await openSchool(tablet, 'valley', academy);
    await tablet.press('button', words('planning.open'));
    await tablet.press('button', /^Lesson observation/);
    await tablet.seeText(words('academy.rule'));
    await tablet.seeNone('button', words('planning.start_now'));
    await tablet.see('button', /^Discussion with staff/);
    await tablet.press('button', words('academy.form'));
    await tablet.write('textbox', words('academy.given_by'), 'Mx Rowan Hale');
    await tablet.write('textbox', words('academy.post'), 'Chief executive of the trust');
    await tablet.write('textbox', words('academy.date'), daysFromNow(-1));
    await tablet.write('textbox', words('academy.what_for'), 'Two lessons in Year 9 mathematics, seen with the head of department.');
    await tablet.press('radio', words('academy.commissioned'), { within: ['radiogroup', words('academy.terms')] });
    await tablet.press('button', words('academy.record'));
    await tablet.press('button', words('planning.start_now'));
    await tablet.see('textbox', words('note.capture'));
    await county.start();
    await sync(tablet);
    const { visits, agreements } = await county.exported();
    assert.deepEqual(visits.map(({ kind }) => kind), ['lesson_observation']);
    assert.equal(agreements.length, 1);
    assert.equal(agreements[0].given_by, 'Mx Rowan Hale');
  });

const disputed = 'The chair asked for figures by group in March and in June. It is in the minutes.';

async function readAndSign(tablet) {
  await tablet.press('button', words('record.hand_over'));
  await tablet.see('heading', words('hand_over.title'));
  await tablet.seeNone('button', words('schools.title'));
  await tablet.press('button', new RegExp(`^${words('hand_over.not_right')}.*${words('visit.focus')}`));
  await tablet.write('textbox', new RegExp(`^${words('hand_over.words_label')}`), disputed, { slowly: false });
}

story('the head reads the record, disputes a part, signs; it is locked and later amended, and nothing of it is lost',
  { browsers: both }, async (stage) => {
    const county = await stage.county();
    const tablet = await stage.tablet();
    await setUp(tablet, county, ada);
    await goOffline(tablet, county, ada);
    await openSchool(tablet, 'ashmere', ashmere);
    await writeNow(tablet);
    await tablet.write('textbox', words('note.capture'), 'Governors did not ask about groups.', { slowly: false });
    await fillDetails(tablet, { date: daysFromNow(-1), participants: 'Dr Ives, headteacher', focus: 'Governance' });
    await completeVisit(tablet);
    await readAndSign(tablet);
    // The head's words are on the disk while they are written, and the tablet opens locked.
    await pause(1000);
    await tablet.killAtOnce();
    await tablet.comeBack();
    await unlock(tablet, ada);
    await openSchool(tablet, 'ashmere', ashmere);
    await openVisit(tablet, /^Keeping in Touch|^\d+ /);
    await tablet.press('button', words('record.hand_over'));
    await tablet.seeValue('textbox', new RegExp(`^${words('hand_over.words_label')}`), disputed);
    await tablet.write('textbox', words('hand_over.name'), 'Dr Morwenna Ives');
    await tablet.write('textbox', words('hand_over.post'), 'Headteacher');
    await tablet.press('button', words('hand_over.disputed'));
    await tablet.see('heading', words('hand_over.thanks'));
    if (await tablet.find('button', words('hand_over.give_back'))) await tablet.press('button', words('hand_over.give_back'));
    await tablet.write('textbox', words('hand_over.passphrase'), ben.passphrase);
    await tablet.press('button', words('hand_over.take_back'));
    await tablet.seeText(/not the passphrase of this tablet/);
    await tablet.write('textbox', words('hand_over.passphrase'), ada.passphrase);
    await tablet.press('button', words('hand_over.take_back'));
    await tablet.see('heading', words('record.title'));
    await tablet.seeText(disputed);
    await tablet.press('button', words('record.lock_it'));
    await tablet.seeText(words('record.locked'));
    await amend(tablet);
    await county.start();
    await sync(tablet);
    await countyHolds(await county.exported());
  });

async function amend(tablet) {
  await tablet.press('button', words('record.amend_whole'));
  await tablet.write('textbox', words('record.amend_text'), 'Governors asked for figures by group twice.');
  await tablet.write('textbox', words('record.amend_why'), 'The minutes of March and June were shown afterwards.');
  await tablet.press('button', words('record.amend_button'));
  await tablet.seeText('Governors asked for figures by group twice.');
  await tablet.seeText('Governors did not ask about groups.');
}

function countyHolds({ visits }) {
  const [visit] = visits;
  assert.equal(visit.status, 'locked');
  assert.match(JSON.stringify(visit), new RegExp(disputed.slice(0, 40)));
  assert.match(JSON.stringify(visit), /Dr Morwenna Ives/);
  assert.match(JSON.stringify(visit), /Governors asked for figures by group twice/);
  assert.match(JSON.stringify(visit), /Governors did not ask about groups/);
}

story('what was agreed and not answered comes back at the next visit, and is closed there', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await writeNow(tablet);
  await agree(tablet);
  await fillDetails(tablet, { date: daysFromNow(-30), participants: 'Dr Ives', focus: 'Writing' });
  await completeVisit(tablet);
  await tablet.press('button', words('common.back_to_school'));
  await writeNow(tablet);
  await openPart(tablet, 'agreed');
  await tablet.see('heading', words('agreed.earlier'));
  await tablet.seeText('Model paragraphs in every class');
  await tablet.press('radio', words('agreed.done'), { within: ['radiogroup', new RegExp(words('agreed.status'))] });
  await openPart(tablet, 'questions');
  await tablet.seeText(words('before.unanswered'));
  await openPart(tablet, 'before');
  await tablet.see('heading', words('before.title'));
});

story('a visit finishes by the criteria it was begun with, though the county brings others into use meanwhile', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await writeNow(tablet);
  await openPart(tablet, 'aspects');
  await judge(tablet, progress, 'Green');
  await county.loadFramework('school-categorisation-2014.json', (pack) => ({
    ...pack, version: '2', in_use_from: daysFromNow(-1),
    aspects: pack.aspects.map((aspect) => (aspect.title === progress ? { ...aspect, title: 'Progress, anew' } : aspect)),
  }));
  await sync(tablet);
  await openPart(tablet, 'aspects');
  await tablet.see('radiogroup', progress);
  await fillDetails(tablet, { date: daysFromNow(-1), participants: 'Dr Ives', focus: 'Progress' });
  await completeVisit(tablet);
  await tablet.seeText(progress);
  await tablet.press('button', words('common.back_to_school'));
  await writeNow(tablet);
  await openPart(tablet, 'aspects');
  await tablet.see('radiogroup', 'Progress, anew');
});

// Letters of every script and from beyond the first plane, signs that combine, both directions, and the control characters
// that a text may hold.
function everyScript(length) {
  const text = '\u0001\u000b\u001f\t“Line one”\n';
  const letters = [...text];
  for (let code = 0x20; letters.length < length; code += code < 0x3000 ? 1 : 37) {
    if (code >= 0x10ffff) code = 0x20;
    if (code >= 0xd800 && code < 0xe000) code = 0xe000;
    if (code < 0x7f || code >= 0xa0) letters.push(String.fromCodePoint(code));
  }
  return letters.join('');
}

story('a note of a hundred thousand characters in every script comes back as it was written', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await writeNow(tablet);
  const text = everyScript(100_000);
  assert.equal([...text].length, 100_000);
  await tablet.write('textbox', words('note.capture'), text, { slowly: false });
  await pause(1500);
  await tablet.killAtOnce();
  await tablet.comeBack();
  await unlock(tablet, ada);
  await tablet.hear(/^Recovered what you were typing/);
  await sync(tablet);
  const { visits } = await county.exported();
  const kept = visits[0].evidence_notes.map((note) => note.text);
  assert.ok(kept.includes(text), 'The county has the note, character for character.');
});

story('half a character cannot be typed or pasted: it becomes the sign for what cannot be read, and nothing else is lost', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await writeNow(tablet);
  await tablet.write('textbox', words('note.capture'), 'before \ud83d after', { slowly: false });
  await tablet.press('button', words('note.next'));
  await sync(tablet);
  const { visits } = await county.exported();
  assert.deepEqual(visits[0].evidence_notes.map((note) => note.text), ['before \ufffd after']);
});
