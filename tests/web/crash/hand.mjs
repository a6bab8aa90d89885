// The hand of an adviser on the tablet that will be killed: it writes by the real keyboard into real fields, and tells the memory what it
// wrote and what the app then said of it.

import { ashmere, aspectsFor, openPart, openSchool, openVisit, startVisit, unlock } from '../harness/adviser.mjs';
import { pause, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { take } from '../harness/photographs.mjs';

const sentences = ['Pupils explain how they check their own work.', 'Café, naïve, “quoted”, 3 × 4 ≠ 11 – and 本.', 'The books of Year 4 show it too 📚.',
  'Governors ask\nfor the evidence.', 'Phonics is taught every day.', 'Zoë reads aloud; others listen.'];
const choices = { Green: 'green', Amber: 'amber', Red: 'red' };
const describedAll = 5; // Of these aspects every category is described, so it can be chosen.
const partsOf = ['navigation', words('visit.part_of')];
const looksAfterMs = 300; // The page hears a moment later that a text is no longer saved.

// In the page: the fields that may be written in, in their order, and whether the app calls them saved.
const fieldsThere = (saved) => [...document.querySelectorAll('textarea.field')].filter((one) => one.checkVisibility()).map((one) => ({
  id: one.id, text: one.value, saved: one.nextElementSibling?.textContent === saved,
}));

export class Hand {
  visits = 0;
  photosTaken = 0;
  photosSaved = 0;
  pictureless = new Set(); // Photographs whose pictures the machine itself took away.

  constructor({ tablet, person, memory, chance }) {
    Object.assign(this, { tablet, person, memory, chance, aspects: aspectsFor('primary').slice(0, describedAll) });
  }

  get #page() {
    return this.tablet.page;
  }

  // A visit of its own at the same school, on a day of its own.
  async beginVisit() {
    const day = new Date(Date.now() - ++this.visits * 86_400_000);
    this.day = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    this.visit = this.memory.begin('visit');
    const focus = `${this.visit.mark}Reading`;
    await openSchool(this.tablet, 'ashmere', ashmere);
    await startVisit(this.tablet, { date: day.toISOString().slice(0, 10), participants: 'The headteacher', focus });
    this.memory.wrote(this.visit, focus);
    this.judgements = {};
  }

  async comeBack() {
    await unlock(this.tablet, this.person, { slowly: false });
  }

  async openVisit() {
    await openSchool(this.tablet, 'ashmere', ashmere);
    await openVisit(this.tablet, this.day);
  }

  async openSomePart() {
    const wanted = this.chance.weighted({ notes: 5, aspects: 2, questions: 2, agreed: 1, details: 1 });
    // A store that was brought up to date has no questions before the county has sent them.
    const there = await this.tablet.find('button', words(`visit.part_${wanted}`), partsOf);
    const part = there ? wanted : 'notes';
    await this.openPart(part);
    return part;
  }

  // Ends when it is the part on the screen: what its fields are called by is good from then on.
  async openPart(part) {
    await openPart(this.tablet, part);
    const button = await this.tablet.see('button', words(`visit.part_${part}`), { within: partsOf });
    await until(`${part} is the part on the screen`, () => button.attribute('aria-current'));
  }

  // One of the fields on the screen and what the memory knows of it; a new one of the memory's where nothing is written yet.
  async chooseField() {
    const fields = await until('there is a field to write in', async () => {
      const found = await this.tablet.inPage(fieldsThere, words('visit.saved'));
      return found.length > 0 && found;
    });
    const ours = fields.filter(({ text }) => text === '' || this.memory.of(text));
    const { id, text } = this.chance.holds(0.5) ? ours[0] : this.chance.one(ours);
    const known = this.memory.of(text);
    const field = known ?? this.memory.begin('field');
    if (known && known.last.text !== text) throw new Error(`The field shows "${text}", and "${known.last.text}" was written last.`);
    return { field, id, text, locator: this.#page.locator(`#${id}`) };
  }

  // Ends when all is typed. Each key is a state of the field, from the moment before it is pressed.
  async type({ field, text, locator }, wanted, delayMs) {
    await locator.focus();
    await this.#page.keyboard.press('ControlOrMeta+End');
    let now = text;
    const start = now ? ` ${wanted}` : field.mark + wanted;
    if (!now) { // The mark arrives at once, so that there is something to find the field by.
      now = field.mark;
      this.memory.wrote(field, now);
      await this.#page.keyboard.insertText(now);
    }
    for (const letter of start.slice(text ? 0 : field.mark.length)) {
      now += letter;
      this.memory.wrote(field, now);
      if (letter === '\n') await this.#page.keyboard.press('Enter');
      else await this.#page.keyboard.type(letter);
      if (delayMs) await pause(delayMs);
    }
    return now;
  }

  // As a paste does it, in the place of all that was there.
  async fill({ field, locator }, wanted) {
    const text = field.mark + wanted;
    this.memory.wrote(field, text);
    await locator.fill(text);
    return text;
  }

  someText() {
    return Array.from({ length: this.chance.between(1, 3) }, () => this.chance.one(sentences)).join(' ');
  }

  // Waits until the app calls the field saved, and holds it to that.
  async seeSaved({ field, id }) {
    await pause(looksAfterMs);
    const text = await until('the app calls the field saved', async () => {
      const found = (await this.tablet.inPage(fieldsThere, words('visit.saved'))).find((one) => one.id === id);
      return found?.saved && found.text;
    });
    this.memory.calledSaved(field, text);
  }

  async writeSomething() {
    const place = await this.chooseField();
    if (place.text && this.chance.holds(0.3)) await this.fill(place, this.someText());
    else await this.type(place, this.someText().slice(0, this.chance.between(5, 25)), 0);
    if (this.chance.holds(0.4)) await this.seeSaved(place);
  }

  // The note becomes a change; nothing is waited for.
  pressNext() {
    return this.#page.getByRole('button', { name: words('note.next'), exact: true }).click();
  }

  leaveField() {
    return this.#page.keyboard.press('Tab');
  }

  judge() {
    const aspect = this.chance.one(this.aspects);
    const title = this.chance.one(Object.keys(choices));
    this.judgements[aspect] ??= this.memory.begin('judgement');
    const judgement = this.judgements[aspect];
    Object.assign(judgement, { visit: this.visit.mark, aspect });
    this.memory.wrote(judgement, judgement.mark + choices[title]);
    return this.#page.getByRole('radiogroup', { name: aspect, exact: true }).getByRole('radio', { name: new RegExp(`^${title}`) }).click();
  }

  async takePhoto(jpeg) {
    ++this.photosTaken;
    await take(this.tablet, jpeg);
  }

  async seePhotoSaved() {
    await this.tablet.hear(words('photos.saved'));
    this.photosSaved = this.photosTaken;
  }

  // What an app that was started anew has no promise to keep: a new visit begins with nothing of the earlier one's.
  forgetMissing() {
    for (const [aspect, judgement] of Object.entries(this.judgements)) {
      if (!this.memory.fields.has(judgement.mark)) delete this.judgements[aspect];
    }
  }
}
