// The lock of a tablet: a passphrase that is forgotten, and one that is changed.

import { ada, addNote, beginVisit, lock, openPart, openSchool, openVisit, setUp, unlock } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';
import { words } from '../harness/words.mjs';

const fresh = { ...ada, passphrase: 'Otters swim at dusk 📚' };
const note = 'The library is open at lunch.';

async function nothingIsLost(tablet) {
  await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
  await openVisit(tablet);
  await openPart(tablet, 'notes');
  await tablet.seeValue('textbox', /^Note 1,/, note);
}

async function withANote(stage, county) {
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  await addNote(tablet, note);
  return tablet;
}

story('a forgotten passphrase: the office answers a request, a new one is chosen, and nothing is lost', {}, async (stage) => {
  const county = await stage.county();
  const key = await county.makeRecoveryKey();
  const tablet = await withANote(stage, county);
  await lock(tablet);
  await tablet.press('button', words('forgotten.open'));
  await tablet.press('button', words('forgotten.make'));
  const request = await tablet.valueOf('textbox', words('forgotten.request'));
  await tablet.killAtOnce(); // While the office looks who asks.
  const answer = await county.answerTo(request, key);
  await tablet.comeBack();
  await tablet.press('button', words('forgotten.open'));
  const open = async (text) => {
    await tablet.write('textbox', words('forgotten.answer'), text, { slowly: false });
    await tablet.write('textbox', words('forgotten.passphrase'), fresh.passphrase);
    await tablet.write('textbox', words('forgotten.again'), fresh.passphrase);
    await tablet.press('button', words('forgotten.button'));
  };
  await open(answer.slice(0, -8));
  await tablet.seeText(/The end of the .*answer.* is missing/);
  await tablet.see('heading', words('forgotten.title'));
  await open(answer);
  await tablet.see('button', words('sending.open'));
  await nothingIsLost(tablet);
  await tablet.reload();
  await unlock(tablet, fresh);
  await nothingIsLost(tablet);
});

story('a passphrase is changed, and from then on only the new one opens', {}, async (stage) => {
  const tablet = await withANote(stage, await stage.county());
  await tablet.press('button', words('sending.open'));
  await tablet.rest(); // As in lock(): the offer of the home screen moves what is above it.
  await tablet.press('button', words('passphrase.open'));
  await tablet.write('textbox', words('passphrase.old'), ada.passphrase);
  await tablet.write('textbox', words('passphrase.fresh'), fresh.passphrase);
  await tablet.write('textbox', words('passphrase.again'), fresh.passphrase);
  await tablet.press('button', words('passphrase.button'));
  await tablet.hear(words('passphrase.changed'));
  await lock(tablet);
  await tablet.write('textbox', words('unlock.passphrase'), ada.passphrase);
  await tablet.press('button', words('unlock.button'));
  await tablet.seeText(/not the passphrase of this tablet/);
  await tablet.see('heading', words('unlock.title'));
  await unlock(tablet, fresh);
  await nothingIsLost(tablet);
});
