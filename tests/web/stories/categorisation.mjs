// From the judgements of two visits to a category that the school knows, on two tablets that work with no connection; then
// the direction of travel. Told against the real server.

import assert from 'node:assert/strict';
import {
  ada, ashmere, aspectsFor, completeVisit, daysFromNow, evidenceFor, goOffline, judge, openCategorisation, openSchool, setUp, startVisit, sync,
} from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const cleo = { name: 'Cleo Reed', passphrase: 'seven swans at the sluice' };
const [progress, attainment, trend] = aspectsFor('primary');

// Two half terms, the second of which runs today, whenever that is.
const calendar = () => ({
  format: 'kitbag-half-terms/1',
  title: 'Half terms in Wendshire',
  source: 'Invented',
  half_terms: [
    { id: 'one', title: 'First half term', from: daysFromNow(-80), to: daysFromNow(-45) },
    { id: 'two', title: 'Second half term', from: daysFromNow(-40), to: daysFromNow(20) },
  ],
});

async function visit(tablet, date, judgements, evidence) {
  await openSchool(tablet, 'ashm', ashmere);
  await startVisit(tablet, { date, participants: 'Dr Ives, headteacher', focus: 'Progress' });
  for (const [aspect, category] of judgements) await judge(tablet, aspect, category);
  await tablet.write('textbox', evidenceFor(progress), evidence);
  await completeVisit(tablet);
  await tablet.press('button', words('common.back_to_school'));
}

async function choose(tablet, group, name) {
  await tablet.press('radio', name, { within: ['radiogroup', group] });
}

async function propose(tablet) {
  await openCategorisation(tablet, ashmere);
  await tablet.seeText('The judgements suggest Green. Anything else needs a reason.');
  await tablet.seeText('From 2 completed visits');
  await choose(tablet, words('rating.category_proposed'), 'Amber');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.hear('This is not the category that the judgements suggest.');
  await tablet.write('textbox', words('rating.reason_proposed'), 'Two thirds of the teachers are new since September.');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.seeText('Amber, proposed by Ada Marsh');
  await tablet.seeText(words('rating.waits_for_senior'));
  await tablet.seeNone('button', words('rating.moderate_button'));
}

async function moderateAndDecide(tablet) {
  await openCategorisation(tablet, ashmere);
  await tablet.seeText('Two thirds of the teachers are new since September.');
  await choose(tablet, words('rating.category_moderated'), 'Amber');
  await tablet.press('button', words('rating.moderate_button'));
  await choose(tablet, words('rating.category_decided'), 'Red');
  await tablet.press('button', words('rating.decide_button'));
  await tablet.seeText('This is not the category that the moderation came to.');
  await tablet.write('textbox', words('rating.reason_decided'), 'Since Monday the school has no headteacher.');
  await tablet.press('button', words('rating.decide_button'));
  await tablet.seeText('The school has not been told that it is Red.');
  await tablet.write('textbox', words('rating.tell_reason'), 'Mrs Sallow, chair of governors, in person.');
  await tablet.press('button', words('rating.tell_button'));
  await tablet.seeText('Cleo Reed recorded that the school was told: Red');
  assert.ok(!(await tablet.text()).includes('has not been told'));
}

async function judgeDirection(tablet) {
  await tablet.seeText('Second half term');
  await tablet.seeText(`${progress}: from Amber to Green`);
  await tablet.seeText(`${attainment}: from Green to Amber`);
  await choose(tablet, words('direction.choose'), words('direction.declining'));
  await tablet.write('textbox', words('direction.why'), 'What improved rests on one teacher, who is leaving.');
  await tablet.press('button', words('direction.button'));
  await tablet.seeText('Cleo Reed judged it declining');
}

const timelineOf = (tablet) => tablet.inPage(() => [...document.querySelectorAll('[role=list] p')]
  .map((each) => each.innerText).filter((line) => / (proposed|moderated it|decided it|judged it|recorded that)/.test(line)).sort());

story('a category is proposed from two visits, moderated, overridden and decided on another tablet, and both and the county agree',
  { browsers: ['chromium', 'firefox'] }, async (stage) => {
    const county = await stage.county({ calendar: calendar() });
    const adas = await stage.tablet();
    await setUp(adas, county, ada);
    const cleos = await stage.tablet();
    await setUp(cleos, county, cleo, await county.newCode('head_of_service'));
    await goOffline(adas, county, ada);
    await visit(adas, daysFromNow(-60), [[progress, 'Amber'], [attainment, 'Green'], [trend, 'Green']], 'Books of Year 2.');
    await visit(adas, daysFromNow(-3), [[progress, 'Green'], [attainment, 'Amber']], 'Books of Year 6.');
    await propose(adas);
    await county.start();
    await sync(adas);
    await cleos.press('button', words('sending.sync_now'));
    await openSchool(cleos, 'ashm', ashmere);
    await cleos.seeText('Keeping in Touch visit by Ada Marsh');
    await goOffline(cleos, county, cleo);
    await moderateAndDecide(cleos);
    await judgeDirection(cleos);
    await county.start();
    await sync(cleos);
    await sync(adas);
    await adas.seeText('Cleo Reed decided it: Red');
    await adas.seeText('Since Monday the school has no headteacher.');
    await adas.seeText('Cleo Reed judged it declining');
    assert.deepEqual(await timelineOf(adas), await timelineOf(cleos), 'Both tablets show the same history.');
    await countyHolds(await county.exported());
    await boardShows(adas);
  });

async function countyHolds({ ratings, directions }) {
  assert.equal(ratings.length, 1);
  const [rating] = ratings;
  assert.equal(rating.category, 'red');
  assert.equal(rating.to_be_told, false);
  assert.deepEqual(rating.steps.map(({ step, category, by }) => [step, category, by.name]), [
    ['proposed', 'amber', 'Ada Marsh'], ['moderated', 'amber', 'Cleo Reed'], ['decided', 'red', 'Cleo Reed'], ['informed', 'red', 'Cleo Reed'],
  ]);
  assert.equal(rating.steps[0].suggested, 'green');
  assert.deepEqual(rating.steps[0].standing.map(({ choice }) => choice).sort(), ['amber', 'green', 'green']);
  assert.deepEqual(directions.map((each) => [each.half_term, each.direction, each.suggested]), [['two', 'declining', 'steady']]);
}

async function boardShows(tablet) {
  await tablet.press('button', words('board.title'));
  await tablet.see('table', words('board.heading'));
  await tablet.see('rowheader', new RegExp(`^${ashmere}`));
  await tablet.see('cell', 'Red, declining');
  await tablet.press('button', /not looked at in this half term$/);
  await tablet.seeNone('cell', 'Red, declining');
  await tablet.press('button', words('board.show_all'));
  await tablet.see('cell', 'Red, declining');
  await tablet.seeNone('button', /not told/);
}

story('a step by somebody whose role does not allow it is refused by the county with its reason', {}, async (stage) => {
  const county = await stage.county({ calendar: calendar() });
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await openCategorisation(tablet, ashmere);
  await choose(tablet, words('rating.category_proposed'), 'Red');
  await tablet.write('textbox', words('rating.reason_proposed'), 'The school was closed by flood for a month.');
  await tablet.press('button', words('rating.propose_button'));
  await tablet.seeText('Red, proposed by Ada Marsh');
  await tablet.seeText(words('sending.all_received'));
  const { token, body } = tablet.pushes.at(-1);
  const change = JSON.parse(typeof body === 'string' ? body : JSON.stringify(body)).changes.find(({ entity }) => entity === 'rating_step');
  const own = (digit) => change.entity_id.replace(/.$/, digit === change.entity_id.at(-1) ? '0' : digit);
  const field = (value) => ({ value, base: [] });
  const moderation = { ...change, id: own('7'), entity_id: own('8'), stamp: change.stamp.replace(/^(.{12})..../, '$1ffff'), fields: {
    ...change.fields, step: field('moderated'), about: field(change.entity_id),
  } };
  const answer = await county.request('POST', '/api/push', { token, body: { protocol: 1, changes: [moderation] } });
  assert.equal(answer.status, 200);
  assert.equal(answer.body.results[0].outcome, 'refused');
  assert.equal(answer.body.results[0].code, 'not_allowed');
  assert.match(answer.body.results[0].sentence, /senior advisers and the head of service/);
  assert.equal((await county.exported()).ratings[0].steps.length, 1);
});
