// When the browser has taken the tablet's files away and its worker cannot open them again: the page starts anew, with a new worker, and
// the texts that could not be saved wait here meanwhile. They are sealed: only the store that they were typed in can read them
// (core/storage/kept_drafts.h). They go with the window, and from here as soon as that store has them.

const textsName = 'kitbag-kept';
const startsName = 'kitbag-restarts';
const startsMax = 3; // In ten minutes: a tablet that fails so often is not helped by another start.
const whileMs = 600_000;

// '' when nothing is kept.
export function keptTexts() {
  try {
    return sessionStorage.getItem(textsName) ?? '';
  } catch {
    return '';
  }
}

// False when the browser cannot keep them: then the worker that still has them must not be ended.
export function keepTexts(sealed) {
  try {
    if (sealed) sessionStorage.setItem(textsName, sealed);
    else sessionStorage.removeItem(textsName);
    return true;
  } catch {
    return !sealed;
  }
}

// Counts this start.
export function mayStartAnew(now = Date.now()) {
  try {
    const before = JSON.parse(sessionStorage.getItem(startsName) ?? '[]').filter((at) => now - at < whileMs);
    if (before.length >= startsMax) return false;
    sessionStorage.setItem(startsName, JSON.stringify([...before, now]));
    return true;
  } catch {
    return false;
  }
}
