// A mark outside the private file system that this tablet had a store: browsers clear the one and keep the other, or at least that can be
// told from a tablet that was never set up. It holds two numbers and nothing about anybody.

const name = 'kitbag-store';
const keyFile = 'kitbag.key'; // No store is without one: web-shell/opfs.mjs.
const labelFile = 'kitbag.label'; // Of a store that the county had erased it says so, until somebody has read that.
const erasedWords = /"standing":"eras(ing|ed)"/;

// { unsent, at }: how many changes nobody but this tablet had, and when that was counted. Nothing where there was no store.
export function readMark() {
  try {
    const { unsent, at } = JSON.parse(localStorage.getItem(name));
    return Number.isInteger(unsent) && Number.isFinite(at) ? { unsent, at } : undefined;
  } catch {
    return undefined;
  }
}

let written;
let waiting;

// Of a store that is open. It is written when the number changes, and once an hour so that the time says something; in a task of its own,
// because whoever pressed something waits for the one that tells of it.
export function mark(unsent) {
  const hour = Math.floor(Date.now() / 3_600_000);
  if (written === `${unsent} ${hour}`) return;
  written = `${unsent} ${hour}`;
  clearTimeout(waiting);
  waiting = setTimeout(write, 0, unsent);
}

function write(unsent) {
  try {
    localStorage.setItem(name, JSON.stringify({ unsent, at: Date.now() }));
  } catch {
    // No room for two numbers: the app itself says so.
  }
}

// The county had all of it erased, and knows what was in it: nothing is missed.
export function forgetMark() {
  written = undefined;
  clearTimeout(waiting);
  try {
    localStorage.removeItem(name);
  } catch {
    // Where nothing can be removed, nothing could be kept.
  }
}

async function explains(entry) {
  if (entry.name === keyFile) return (await entry.getFile()).size > 0;
  return entry.name === labelFile && erasedWords.test(await (await entry.getFile()).text());
}

// Whether there is a store, or was one that the county had erased.
async function holdsStore(folder) {
  for await (const entry of folder.values()) {
    if (entry.kind === 'directory' ? await holdsStore(entry) : await explains(entry)) return true;
  }
  return false;
}

// What the mark says of a store that is no longer there. Before the worker opens its files; when in doubt nothing is said.
export async function clearedStore() {
  const before = readMark();
  if (!before) return undefined;
  try {
    return await holdsStore(await navigator.storage.getDirectory()) ? undefined : before;
  } catch {
    return undefined;
  }
}
