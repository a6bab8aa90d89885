// What a person does with a tablet, whatever its browser: look for things by role and name, press them, type. Nothing here
// knows where anything lies on the screen. A browser's own ways are in chromium_tablet.mjs and firefox_tablet.mjs.

import assert from 'node:assert/strict';
import { pause, until } from './waiting.mjs';

const restMs = 300;

// Runs in the page before anything else: a policy violation is a fault in every story.
export const watchPolicy = () => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`Content-Security-Policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
};

export class Tablet {
  lines = []; // What the browser's console and the page's errors said.
  requests = []; // Every address that was asked for.
  address = '';
  elsewhere = ''; // Another that may be asked, where its story goes there.

  constructor(profile, options) {
    this.profile = profile;
    this.options = options;
  }

  async open(address) {
    this.address = address;
    await this.goTo(`${address}/`);
  }

  // The browser ends (or is ended) and comes back on the same profile at the same address.
  async comeBack() {
    await this.launch();
    await this.goTo(`${this.address}/`);
  }

  // `name` is the whole name, or a pattern. `within` narrows the search to what lies in one container: [role, name].
  async see(role, name, { longestMs, within } = {}) {
    return until(`there is a ${role} called ${name}${within ? ` in ${within[1]}` : ''}`, () => this.find(role, name, within), longestMs);
  }

  async seeNone(role, name, { longestMs, within } = {}) {
    return until(`there is no ${role} called ${name}`, async () => !(await this.find(role, name, within)), longestMs);
  }

  async seeText(wanted, longestMs) {
    return until(`the text ${wanted} is there`, async () => {
      const text = await this.text();
      return typeof wanted === 'string' ? text.includes(wanted) : wanted.exec(text)?.[0];
    }, longestMs);
  }

  // What a screen reader reads out by itself: statuses and alerts.
  async announcements() {
    return this.inPage(() => [...document.querySelectorAll('[role=status], [role=alert]')]
      .flatMap((element) => element.innerText.split('\n')).map((line) => line.trim()).filter(Boolean));
  }

  async hear(wanted, longestMs) {
    const fits = (text) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
    return until(`“${wanted}” is read out`, async () => (await this.announcements()).find(fits), longestMs);
  }

  async hearNoMore(wanted, longestMs) {
    return until(`“${wanted}” is no longer there`, async () => !(await this.announcements()).some((text) => wanted.test(text)), longestMs);
  }

  // Pressing is what a finger or a mouse does: it fails when something else lies above.
  async press(role, name, options) {
    const found = await this.see(role, name, options);
    await found.click();
  }

  // Types into a field, in the place of what it holds.
  async write(role, name, text, options) {
    const field = await this.see(role, name);
    await field.replace(text, options);
  }

  async valueOf(role, name) {
    return (await this.see(role, name)).value();
  }

  async seeValue(role, name, wanted, longestMs) {
    let value;
    return until(`the ${role} ${name} holds "${wanted}"`, async () => {
      value = await (await this.find(role, name))?.value();
      if (value !== wanted) throw new Error(`it holds "${value}"`);
      return true;
    }, longestMs);
  }

  // Until nothing has been drawn for a moment, as a person looks before pressing.
  async rest() {
    let before;
    await until('the app rests', async () => {
      const drawn = await this.inPage(() => document.documentElement.dataset.frames);
      const rests = drawn === before;
      before = drawn;
      if (!rests) await pause(restMs);
      return rests;
    });
  }

  async text() {
    return this.inPage(() => document.body.innerText.replaceAll(/\s+/g, ' '));
  }

  // What assistive technology is told, for the log of a story that failed.
  async outline() {
    return this.inPage(() => {
      const told = [];
      for (const element of document.querySelectorAll('body *')) {
        const role = element.getAttribute('role') ?? element.localName;
        const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join(' ');
        const name = element.getAttribute('aria-label') ?? own;
        if (name || element.value) told.push(`${role} "${name}"${element.value ? ` = "${element.value}"` : ''}`);
      }
      return told.join('\n');
    });
  }

  checkManners() {
    const violations = this.lines.filter((line) => /content.?security.?policy/i.test(line));
    assert.deepEqual(violations, [], 'Nothing may go against the page’s security policy.');
    const ours = (address) => [this.address, this.elsewhere].some((place) => place && address.startsWith(place)) || /^(data|blob|about):/.test(address);
    const foreign = this.address ? this.requests.filter((address) => !ours(address)) : [];
    assert.deepEqual(foreign, [], 'Nothing may be asked of anybody but the county’s own server.');
    const thrown = this.lines.filter((line) => line.startsWith('thrown: '));
    assert.deepEqual(thrown, [], 'Nothing may be thrown and not caught in the page.');
  }
}
