// What was written, when, and what the app called saved: what must be there after a kill, and what may be missing. Each field's text
// begins with a mark of its own, by which it is found in the store whatever record it became part of.

export const mayBeMissingMs = 1000; // What was typed in the last second before a kill.

const sharedStart = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) ++length;
  return length;
};

class Field {
  states = []; // Each { text, at }, in the order in which they were written.
  saved = -1; // The latest that the app called saved.

  constructor(mark) {
    this.mark = mark;
  }

  get last() {
    return this.states.at(-1);
  }

  // The earliest that may be found after a kill at that time; -1 when it may be missing altogether.
  earliest(killedAt) {
    const old = this.states.findLastIndex(({ at }) => at <= killedAt - mayBeMissingMs);
    return Math.max(this.saved, old);
  }
}

export class Memory {
  fields = new Map(); // By mark.
  checked = 0;
  longestMissing = { ms: 0, characters: 0 };
  #marks = 0;

  begin(kind) {
    const mark = `${kind}${++this.#marks}. `;
    const field = new Field(mark);
    this.fields.set(mark, field);
    return field;
  }

  // The field that a text belongs to, by its mark.
  of(text) {
    const mark = /^[a-z]+\d+\. /.exec(text)?.[0];
    return mark && this.fields.get(mark);
  }

  wrote(field, text, at = performance.now()) {
    field.states.push({ text, at });
  }

  // The app says of this field, with exactly this text in it, that it is saved.
  calledSaved(field, text) {
    const place = field.states.findLastIndex((state) => state.text === text);
    if (place < 0) throw new Error(`The app called a text saved that nobody wrote: "${text}"`);
    field.saved = Math.max(field.saved, place);
  }

  // `found`: the texts in the store by mark. Gives what is wrong, a sentence each, and takes what was found as what is there from now on.
  check(found, killedAt) {
    const faults = [];
    for (const [mark, field] of this.fields) {
      ++this.checked;
      const text = found.get(mark);
      const earliest = field.earliest(killedAt);
      const place = text === undefined ? -1 : field.states.findLastIndex((state) => state.text === text);
      if (text !== undefined && place < 0) {
        faults.push(`"${text}" is in the store, and nobody wrote it so: the last was "${field.last.text}".`);
      } else if (place < earliest) {
        faults.push(this.#lost(field, text, earliest, killedAt));
      }
      this.#noteMissing(field, place, text ?? '', killedAt);
      if (text === undefined) this.fields.delete(mark);
      else Object.assign(field, { states: [{ text, at: -Infinity }], saved: 0 });
    }
    return faults;
  }

  #lost(field, text, earliest, killedAt) {
    const { text: wanted, at } = field.states[earliest];
    const why = earliest === field.saved ? 'the app had called it saved' : `it was written ${Math.round(killedAt - at)} ms before`;
    return `"${wanted}" must be there, because ${why}; there is ${text === undefined ? 'nothing' : `"${text}"`}.`;
  }

  #noteMissing(field, place, text, killedAt) {
    if (place >= field.states.length - 1) return;
    const ms = Math.round(killedAt - field.states[place + 1].at);
    const characters = field.last.text.length - sharedStart(field.last.text, text);
    this.longestMissing.ms = Math.max(this.longestMissing.ms, ms);
    this.longestMissing.characters = Math.max(this.longestMissing.characters, characters);
  }
}
