// Two fingers drawn apart or together change the size of letters. The browser's own zoom by two fingers is given up for it within the
// bridge (styles.css: touch-action), its zoom by keys and wheel is not. While two fingers are down nothing is pressed and nothing
// scrolls; with one finger this module does nothing at all.

import { display, keepDisplay, showDisplay, textMax } from './display.mjs';

const step = 0.05;
const lateClickMs = 400; // A browser may make a click of the finger that was lifted last.

// Between the first two fingers, never 0.
function distance([first, second]) {
  return Math.max(1, Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY));
}

export class Pinch {
  #root;
  #begin;
  #moving; // Listens to moving fingers while there are two: they would keep the browser from scrolling by itself.
  #from;
  #pressing = 0; // While this is not 0 a click is not meant: from the second finger down until after the last one is up.

  // `begin` is told that what a first finger pressed is not meant.
  constructor(root, begin, signal) {
    this.#root = root;
    this.#begin = begin;
    // Not passive, because only here a second finger can be kept from scrolling; with one finger it returns at once.
    root.addEventListener('touchstart', (event) => this.#start(event), { passive: false, signal });
    for (const type of ['touchend', 'touchcancel']) addEventListener(type, (event) => this.#end(event), { passive: true, signal });
    root.addEventListener('gesturestart', (event) => event.preventDefault(), { signal }); // Safari's own zoom.
    root.addEventListener('click', (event) => this.#swallow(event), { capture: true, signal });
    signal.addEventListener('abort', () => this.#moving?.abort());
  }

  #start(event) {
    if (event.touches.length < 2) return;
    if (event.cancelable) event.preventDefault();
    if (event.touches.length > 2 || this.#moving) return;
    ++this.#pressing;
    this.#begin();
    this.#from = { distance: distance(event.touches), text: display().chosen.text };
    this.#moving = new AbortController();
    // On what was touched too: when it goes from under a finger it alone still hears of it, and the root no more.
    for (const place of new Set([this.#root, ...[...event.touches].map(({ target }) => target)])) this.#follow(place, this.#moving.signal);
  }

  #follow(place, signal) {
    const gone = (event) => !this.#root.contains(place) && this.#end(event);
    place.addEventListener('touchmove', (event) => this.#move(event), { passive: false, signal });
    for (const type of ['touchend', 'touchcancel']) if (place !== this.#root) place.addEventListener(type, gone, { signal });
  }

  #move(event) {
    if (event.cancelable) event.preventDefault();
    if (event.touches.length < 2) return;
    const wanted = this.#from.text * (distance(event.touches) / this.#from.distance);
    const text = Math.min(textMax, Math.max(1, Math.round(wanted / step) * step));
    const { chosen } = display();
    if (Math.abs(text - chosen.text) > step / 2) showDisplay({ ...chosen, text: Number(text.toFixed(2)) });
  }

  #end(event) {
    if (!this.#moving || event.touches.length > 1) return;
    this.#moving.abort();
    this.#moving = undefined;
    keepDisplay(display().chosen);
    setTimeout(() => --this.#pressing, lateClickMs);
  }

  // What the browser may still make of the finger that is lifted last.
  #swallow(event) {
    if (this.#pressing === 0 || event.detail === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
