// A day of two advisers, and the evening's sync through a network that does everything wrong.

import assert from 'node:assert/strict';
import { ada, addNote, ashmere, beginVisit, ben, openPart, openSchool, openVisit, readyForOffline, setUp, startUsual, sync } from '../harness/adviser.mjs';
import { BadProxy } from '../harness/bad_proxy.mjs';
import { story } from '../harness/runner.mjs';
import { until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const second = 'Wend Valley Academy';
const question = 'Which groups are making good progress, which are not, and how does the school know?'; // The first of the visit.
const advisers = [
  { person: ada, answer: 'Boys are behind in writing, as the school’s own tracking says' },
  { person: ben, answer: 'Nobody is behind but the children who came this term' },
];
const notesOf = ({ person }) => ['Reading', 'Writing', 'Number'].map((what) => `${what}, as ${person.name} saw it.`);

async function spendDay(tablet, adviser) {
  await openPart(tablet, 'questions');
  await tablet.write('textbox', question, adviser.answer);
  await openPart(tablet, 'notes');
  const [first, ...others] = notesOf(adviser);
  await addNote(tablet, first);
  await tablet.press('button', words('schools.title'));
  await openSchool(tablet, 'valley', second);
  await tablet.press('button', startUsual);
  await tablet.see('textbox', words('note.capture'));
  for (const text of others) await addNote(tablet, text);
}

// As somebody does who wants to go home: again, until it says that all is received.
async function syncAgainAndAgain(tablet) {
  await until('everything is received', async () => {
    if ((await tablet.text()).includes(words('sending.all_received'))) return true;
    await tablet.press('button', words('sending.sync_now'));
    return false;
  }, 180_000);
}

story('the day of two advisers, with a conflict, arrives whole and once through a network that loses, repeats, delays and breaks off',
  { longestMs: 400_000 }, async (stage) => {
    const county = await stage.county();
    const way = new BadProxy(county);
    await way.start();
    stage.atEnd(() => way.stop());
    const about = { address: way.address, about: county.about };
    const [one, other] = [await stage.tablet(), await stage.tablet()];
    await setUp(one, about, ada, await county.newCode());
    await beginVisit(one);
    await sync(one);
    await setUp(other, about, ben, await county.newCode('senior_adviser'));
    await openSchool(other, 'ashmere', ashmere);
    await openVisit(other);
    for (const tablet of [one, other]) await readyForOffline(tablet);

    way.way = 'none';
    await spendDay(one, advisers[0]);
    await spendDay(other, advisers[1]);
    way.way = 'bad';
    await Promise.all([syncAgainAndAgain(one), syncAgainAndAgain(other)]);
    for (const trouble of BadProxy.troubles) assert.ok(way.met.get(trouble) > 0, `No request was ${trouble}.`);

    way.way = 'good';
    const { visits } = await county.exported();
    assert.equal(visits.length, 3, 'The visit of both, and one of each.');
    const texts = visits.flatMap((visit) => visit.evidence_notes.map(({ text }) => text));
    assert.deepEqual(texts.sort(), advisers.flatMap(notesOf).sort(), 'Every note is there, once.');
    for (const tablet of [one, other]) {
      await sync(tablet);
      await tablet.press('button', words('schools.title'));
      await openSchool(tablet, 'ashmere', ashmere);
      await openVisit(tablet);
      await tablet.press('button', words('versions.look'));
      for (const { answer } of advisers) await tablet.seeText(answer);
    }
  });
