// A sentence of the page's own over everything, with at most one thing to press. While it is there the app cannot be reached.

const section = document.getElementById('notice');
const action = document.getElementById('notice-action');

export function showNotice({ title, text }, label, act) {
  document.getElementById('notice-title').textContent = title;
  document.getElementById('notice-text').textContent = text;
  action.hidden = !label;
  action.textContent = label ?? '';
  action.onclick = act ?? null;
  section.hidden = false;
  document.getElementById('bridge').replaceChildren();
  document.title = title;
  if (label) action.focus();
}

export function hideNotice() {
  section.hidden = true;
}

// Smaller ones that leave the app usable, one at a time: of several the first of these kinds is shown, and the next when it is gone.
const kinds = ['picture', 'photos', 'update', 'rolledBack', 'install'];
const offers = new Map();
const besideOffer = 16; // As in styles.css.
let tellOfHeight = () => {};

// What an offer takes of the window's height: the app is laid out above it, so that it covers nothing.
export function offerHeight() {
  const box = document.getElementById('offer');
  return box.hidden ? 0 : Math.ceil(box.getBoundingClientRect().height) + 2 * besideOffer;
}

export function whenOffersChange(tell) {
  tellOfHeight = tell;
}

function showOffer() {
  const kind = kinds.find((one) => offers.has(one));
  const box = document.getElementById('offer');
  box.hidden = !kind;
  if (kind) fillOffer(offers.get(kind), kind);
  tellOfHeight();
}

function fillOffer({ text, label, act, later, putOff }, kind) {
  document.getElementById('offer-text').textContent = text;
  for (const [id, words, done] of [['offer-action', label, act], ['offer-later', later, putOff]]) {
    const button = document.getElementById(id);
    button.hidden = !words;
    button.textContent = words ?? '';
    button.onclick = () => {
      withdrawOffer(kind);
      done?.();
    };
  }
}

// `given`: { text, label, act }, and where it can be put off { later, putOff }.
export function offer(kind, given) {
  offers.set(kind, given);
  showOffer();
}

export function withdrawOffer(kind) {
  if (offers.delete(kind)) showOffer();
}
