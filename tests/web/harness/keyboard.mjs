// Somebody who has a keyboard and nothing else: Tab, Shift+Tab, the arrows, Space, Enter, Escape and letters. It knows where it is
// from the element that has the focus, as a screen reader does, and looks at the picture to see whether that shows.

import assert from 'node:assert/strict';
import { until } from './waiting.mjs';

const longestWay = 120; // Presses of Tab: more would be once round any screen.

// In the page: what has the focus, or undefined for none.
const whereFocusIs = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText;
  const tag = element.localName;
  const kind = element.getAttribute('role') ?? (tag === 'input' ? element.type : tag);
  const { x, y, width, height } = element.getBoundingClientRect();
  const group = element.closest('[role=radiogroup]')?.getAttribute('aria-label');
  const place = element.closest('nav') ? 'navigation' : element.closest('[role=table]') ? 'table' : element.closest('li') ? 'list' : '';
  return {
    name: label.trim(), kind, group, place, box: { x, y, width, height },
    // A field is the page's own editor while it has the focus, however it got it; of a date only the part within is :focus-visible.
    shown: element.matches(':focus-visible, .field'),
    wrong: element.getAttribute('aria-invalid') === 'true',
  };
};

const fits = (name, wanted) => (typeof wanted === 'string' ? name === wanted : wanted.test(name));

export class Keyboard {
  ringsSeen = new Set(); // Kinds of control whose ring was looked at.

  constructor(tablet) {
    this.tablet = tablet;
  }

  async where() {
    return this.tablet.inPage(whereFocusIs);
  }

  // Tab, until what has the focus is called so. Wherever it comes by, the focus must show.
  async go(name, { group, key = 'Tab' } = {}) {
    const way = [];
    for (let pressed = 0; pressed <= longestWay; ++pressed) {
      const here = await this.where();
      if (here && fits(here.name, name) && (!group || here.group === group)) {
        await this.#seeRing(here);
        return here;
      }
      if (here) assert.ok(here.shown, `The focus does not show on “${here.name}”.`);
      way.push(here?.name);
      await this.tablet.keys(key);
    }
    return assert.fail(`${key} never came to ${name}, only to ${way.slice(0, 40).join(' | ')}.`);
  }

  async press(name, { key = 'Enter', ...options } = {}) {
    await this.go(name, options);
    await this.tablet.keys(key);
  }

  async write(name, text) {
    await this.go(name);
    await this.tablet.page.keyboard.type(text, { delay: 3 });
  }

  async hasFocus(name) {
    return until(`the focus is on ${name}`, async () => fits((await this.where())?.name ?? '', name));
  }

  // Once for each kind of control: away from it and back, and its surroundings must look different, with everything where it was.
  async #seeRing({ kind, place, box }) {
    const what = `${kind} ${place}`.trim();
    if (this.ringsSeen.has(what)) return;
    const around = 8;
    const left = Math.max(0, box.x - around);
    const top = Math.max(0, box.y - around);
    const clip = { x: left, y: top, width: box.x + box.width + around - left, height: box.y + box.height + around - top };
    const look = () => this.tablet.page.screenshot({ clip, caret: 'hide' });
    const name = (await this.where()).name;
    const element = await this.tablet.page.evaluateHandle(() => document.activeElement);
    await this.tablet.keys('Shift+Tab');
    await this.#rest();
    const now = await element.evaluate((there) => ({ x: there.getBoundingClientRect().x, y: there.getBoundingClientRect().y }));
    const moved = Math.abs(now.x - box.x) + Math.abs(now.y - box.y) > 0.5;
    const away = await look();
    await this.tablet.keys('Tab');
    await this.hasFocus(name);
    if (moved) return; // The way there scrolled, so the two pictures cannot be compared.
    await until(`the focus can be seen on the ${what} “${name}”`, async () => !(await look()).equals(away));
    this.ringsSeen.add(what);
  }

  // Until the app draws no more frames.
  async #rest() {
    const frames = () => this.tablet.inPage(() => document.documentElement.dataset.frames);
    let before;
    await until('the picture stands still', async () => {
      const now = await frames();
      const still = now === before;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 150)); // A frame may be under way that nobody has heard of yet.
      return still && (await frames()) === now;
    });
  }
}
