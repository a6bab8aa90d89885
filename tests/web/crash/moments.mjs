// The moments at which the browser is killed. Each is given the machine, does what leads up to it and gives how long to wait, in
// milliseconds, and what goes on meanwhile: a promise that nobody waits for.

import { unlock } from '../harness/adviser.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

const commits = {
  async 'next note'({ hand }) {
    await hand.openPart('notes');
    await hand.type(await hand.chooseField(), hand.someText().slice(0, 20), 0);
    return () => hand.pressNext();
  },
  async 'field left'({ hand }) {
    await hand.openSomePart();
    await hand.type(await hand.chooseField(), 'Left at once.', 0);
    return () => hand.leaveField();
  },
  async judged({ hand }) {
    await hand.openPart('aspects');
    return () => hand.judge();
  },
  async pasted({ hand }) {
    await hand.openSomePart();
    const place = await hand.chooseField();
    return () => hand.fill(place, hand.someText());
  },
};

// Where the app is only being started: it asks for the passphrase and is then given it.
async function opening({ tablet, person, chance }, longestMs) {
  if (chance.holds(0.4)) return { afterMs: chance.below(900), meanwhile: tablet.goTo(`${tablet.address}/`) };
  await tablet.goTo(`${tablet.address}/`);
  await tablet.see('heading', words('unlock.title'));
  return { afterMs: chance.below(longestMs), meanwhile: unlock(tablet, person, { slowly: false }) };
}

export const moments = {
  async typing({ hand, chance }) {
    await hand.openSomePart();
    const place = await hand.chooseField();
    const meanwhile = hand.type(place, hand.someText().repeat(3), chance.between(5, 60));
    return { afterMs: chance.between(50, 1800), meanwhile };
  },

  async commit(machine) {
    const { chance } = machine;
    const act = await commits[chance.one(Object.keys(commits))](machine);
    return { meanwhile: act(), afterMs: chance.holds(0.5) ? chance.below(15) : chance.below(120) };
  },

  async photo({ hand, chance, photograph }) {
    await hand.openPart('notes');
    return { meanwhile: hand.takePhoto(photograph), afterMs: chance.below(700) };
  },

  async sync({ tablet, chance }) {
    return { meanwhile: tablet.press('button', words('sending.sync_now')), afterMs: chance.below(250) };
  },

  opening: (machine) => opening(machine, 700),
  migration: (machine) => opening(machine, 700),

  // The next release is being fetched, or has just been asked for.
  async update({ tablet, chance }) {
    await tablet.goTo(`${tablet.address}/`);
    if (chance.holds(0.5)) return { afterMs: chance.below(900), meanwhile: undefined };
    const take = tablet.see('button', pageWords.useNewVersion, { longestMs: 5000 }).then((found) => found.click());
    return { meanwhile: take, afterMs: chance.between(300, 1500) };
  },
};

// How often each comes. Those in `starts` need no visit to be open.
export const weights = { typing: 30, commit: 30, photo: 10, sync: 10, opening: 10, migration: 5, update: 5 };
export const starts = ['opening', 'migration', 'update'];
