// How this tablet is to look: what a person chose in the app, or else how the tablet is set. Kept in the page's own small storage,
// because it must hold before the store is unlocked; it says nothing of anybody.

export const textMax = 2.5;
const schemes = ['light', 'dark', 'contrast']; // As app/theme/display.h numbers them.
const bars = { light: '#125a63', dark: '#10383d', contrast: '#000000' }; // What lies at the top of every screen.
const place = 'kitbag.display';
const asTablet = { scheme: -1, text: 1, leftHanded: false };
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');
const forced = matchMedia('(forced-colors: active)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const watchers = new Set();

let chosen = read();

// What was kept may be of another version, or no longer be what it was.
function read() {
  try {
    const { scheme, text, leftHanded } = JSON.parse(localStorage.getItem(place)) ?? asTablet;
    return {
      scheme: Number.isInteger(scheme) && scheme < schemes.length ? Math.max(-1, scheme) : -1,
      text: Math.min(textMax, Math.max(1, Number(text) || 1)),
      leftHanded: Boolean(leftHanded),
    };
  } catch {
    return asTablet;
  }
}

// Where the system forces its colours on pages there is no picture (picture.mjs); what the page still says by itself is then dark or hard.
function asSet() {
  const hard = contrast.matches || forced.matches;
  if (forced.matches && dark.matches) return schemes.indexOf('dark');
  return schemes.indexOf(hard ? 'contrast' : dark.matches ? 'dark' : 'light');
}

export function display() {
  const scheme = chosen.scheme >= 0 ? chosen.scheme : asSet();
  const name = schemes[scheme];
  document.documentElement.dataset.scheme = name;
  document.querySelector('meta[name=theme-color]').content = bars[name];
  return { scheme, still: still.matches, chosen };
}

// So for now, while two fingers are still on the screen.
export function showDisplay(wanted) {
  chosen = wanted;
  for (const tell of watchers) tell();
}

export function keepDisplay(wanted) {
  try {
    localStorage.setItem(place, JSON.stringify(wanted));
  } catch {
    // It holds until the page is closed.
  }
  showDisplay(wanted);
}

export function whenDisplayChanges(tell) {
  watchers.add(tell);
  for (const setting of [dark, contrast, forced, still]) setting.addEventListener('change', tell);
}

display(); // So that the page has its ground before the app is there.
