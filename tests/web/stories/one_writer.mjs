// One window writes, whatever the browser and the tablet do meanwhile: two windows, a page put to sleep, a page gone back to, a tablet
// that sleeps and wakes with another time on its clock.

import assert from 'node:assert/strict';
import { ada, ashmere, beginVisit, openPart, openSchool, openVisit, setUp, unlock } from '../harness/adviser.mjs';
import { browserOn, signalGroup } from '../harness/processes.mjs';
import { story } from '../harness/runner.mjs';
import { pause, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';


async function atNotes(stage) {
  const county = await stage.county();
  const tablet = await stage.tablet({ graphics: false });
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  return { county, tablet };
}

async function openNotes(tablet) {
  await unlock(tablet, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  await openVisit(tablet);
  await openPart(tablet, 'notes');
}

const typeOn = (tablet, text) => tablet.write('textbox', words('note.capture'), text);
const seeNote = (tablet, number, text) => tablet.seeValue('textbox', new RegExp(`^Note ${number},`), text);

story('two windows take the app from each other in mid-sentence, and every sentence is there', {}, async (stage) => {
  const { county, tablet } = await atNotes(stage);
  await typeOn(tablet, 'Begun in the first wind');
  const second = await tablet.secondTab();
  await second.open(county.address);
  await second.press('button', pageWords.useHere);
  await openNotes(second);
  await seeNote(second, 1, 'Begun in the first wind');
  await tablet.see('heading', pageWords.takenOver.title);
  await typeOn(second, 'Begun in the second wind');
  await tablet.page.bringToFront();
  await tablet.press('button', pageWords.useHere);
  await tablet.press('button', pageWords.useHere); // Loaded anew, it finds the other one.
  await openNotes(tablet);
  await seeNote(tablet, 1, 'Begun in the first wind');
  await seeNote(tablet, 2, 'Begun in the second wind');
  await second.see('heading', pageWords.takenOver.title);
  assert.equal(await second.count('textbox'), 0, 'Only one of them can be written in.');
});

story('a page that the browser puts to sleep has saved what was being typed, and goes on when it wakes', {}, async (stage) => {
  const { tablet } = await atNotes(stage);
  await typeOn(tablet, 'Before it slee');
  const session = await tablet.context.newCDPSession(tablet.page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await pause(2000);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await (await tablet.see('textbox', words('note.capture'))).add('ps, and after.');
  await pause(3000); // “Saved” may be about what stood there before; a draft is on the disk within a second of the last key.
  await tablet.seeText(words('visit.saved'));
  await tablet.killAtOnce();
  await tablet.comeBack();
  await openNotes(tablet);
  await seeNote(tablet, 1, 'Before it sleeps, and after.');
});

story('who leaves the page and goes back to it unlocks again, and finds what was being typed', {}, async (stage) => {
  const { county, tablet } = await atNotes(stage);
  await typeOn(tablet, 'Left in the middle of a wo');
  await tablet.goTo(`${county.address}/healthz`);
  await tablet.goBack();
  await openNotes(tablet);
  await seeNote(tablet, 1, 'Left in the middle of a wo');
});

story('a tablet that sleeps in mid-sentence wakes with the sentence, and the app works on', {}, async (stage) => {
  const { county, tablet } = await atNotes(stage);
  await typeOn(tablet, 'Asleep in the middle of a sen');
  const leader = browserOn(tablet.profile);
  signalGroup(leader, 'SIGSTOP');
  await county.stop(); // While it sleeps, the connection goes too.
  await pause(4000);
  signalGroup(leader, 'SIGCONT');
  await (await tablet.see('textbox', words('note.capture'))).add('tence.');
  await tablet.press('button', words('note.next'));
  await seeNote(tablet, 1, 'Asleep in the middle of a sentence.');
  await county.start();
  await tablet.press('button', words('sending.sync_now'));
  await until('the county has it', async () => JSON.stringify(await county.exported()).includes('Asleep in the middle of a sentence.'));
});

// In the worker before its own source: a clock that a story can set while the app runs.
const clockThatMoves = () => {
  const now = Date.now;
  globalThis.clockMoved = 0;
  Date.now = () => now() + globalThis.clockMoved;
};

story('a clock that was set back while the tablet slept loses and reorders nothing', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ graphics: false, beforeWorker: clockThatMoves });
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  await typeOn(tablet, 'By the right clock.');
  await tablet.press('button', words('note.next'));
  await seeNote(tablet, 1, 'By the right clock.');
  for (const hours of [-30, 2]) {
    await tablet.inWorker((moved) => { globalThis.clockMoved = moved; }, hours * 3_600_000);
    await tablet.page.mouse.click(590, 400); // Whoever wakes it finds it locked: the clock says that it was long ago, or went back.
    await tablet.see('heading', words('unlock.title'));
    await tablet.write('textbox', words('unlock.passphrase'), ada.passphrase);
    await tablet.press('button', words('unlock.button'));
    await tablet.see('navigation', words('visit.part_of')); // Where it was left.
    await openPart(tablet, 'notes');
    const note = await tablet.see('textbox', /^Note 1,/);
    await note.replace(`Written when the clock was ${hours} hours away.`);
    await tablet.see('textbox', words('note.capture')).then((field) => field.click());
    await tablet.press('button', words('sending.sync_now'));
    await until(`what was written ${hours} hours away counts at the county`, async () => {
      const [{ evidence_notes: notes, conflicts }] = (await county.exported()).visits;
      return notes.length === 1 && notes[0].text === `Written when the clock was ${hours} hours away.` && conflicts.length === 0;
    });
  }
});
