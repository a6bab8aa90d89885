// A tablet with Firefox ESR, by Puppeteer over WebDriver BiDi, on a screen that nobody sees (Xvfb): without a screen
// Firefox has no WebGL.

import { rm } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { groupLives, Program, signalGroup } from './processes.mjs';
import { Tablet, watchPolicy } from './tablet.mjs';
import { heldDownMs, patienceMs, until } from './waiting.mjs';

const program = process.env.KITBAG_FIREFOX ?? '/usr/bin/firefox-esr';
const preferences = {
  'webgl.force-enabled': true,
  'gfx.webrender.software': true,
  'intl.accept_languages': 'en-GB',
  'browser.startup.page': 0,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

let screen;

// One invisible screen for the whole run; Xvfb itself picks a free number and tells it.
async function screenNumber() {
  screen ??= (async () => {
    const xvfb = new Program('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']);
    process.on('exit', () => signalGroup(xvfb.process.pid, 'SIGTERM'));
    return until('the invisible screen is there', () => xvfb.lines.find((line) => /^\d+$/.test(line)));
  })();
  return screen;
}

class Found {
  constructor(handle) {
    this.handle = handle;
  }

  async click() {
    await this.handle.scrollIntoView();
    await this.#standsStill();
    await this.handle.click({ delay: heldDownMs });
  }

  // A person presses what they see; this driver presses where the element was when it asked.
  async #standsStill() {
    let before;
    await until('it stands still', async () => {
      const box = JSON.stringify(await this.handle.boundingBox());
      const still = box === before;
      before = box;
      return still;
    });
  }

  async replace(text) {
    const type = await this.handle.evaluate((element) => element.type);
    if (type === 'date') return this.#setDate(text);
    await this.click();
    await this.handle.evaluate((element) => element.select());
    await this.handle.type(text, { delay: 2 });
  }

  // A date's parts are typed in the order of the browser's own language, so the date is given whole.
  #setDate(text) {
    return this.handle.evaluate((element, value) => {
      element.focus();
      element.value = value;
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
      element.blur();
    }, text);
  }

  add(text) {
    return this.handle.type(text, { delay: 2 });
  }

  value() {
    return this.handle.evaluate((element) => element.value ?? element.textContent);
  }

  attribute(name) {
    return this.handle.evaluate((element, wanted) => element.getAttribute(wanted), name);
  }

  checked() {
    return this.handle.evaluate((element) => element.checked ?? element.getAttribute('aria-checked') === 'true');
  }

  text() {
    return this.handle.evaluate((element) => element.innerText);
  }
}

// Runs in the page: whether the element has the role, and is there for somebody to see.
const hasRole = (element, role) => {
  const implied = { a: 'link', button: 'button', textarea: 'textbox', main: 'main', nav: 'navigation', li: 'listitem', ul: 'list', section: 'region' };
  const typed = { radio: 'radio', search: 'searchbox', checkbox: 'checkbox' };
  const name = element.localName;
  const its = element.getAttribute('role')
    ?? (/^h[1-6]$/.test(name) ? 'heading' : name === 'input' ? (typed[element.type] ?? 'textbox') : implied[name]);
  return its === role && element.checkVisibility();
};

// Runs in the page: what the element is called, where a pattern is looked for and the browser cannot search by one.
const labelOf = (element) => element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText;

export class FirefoxTablet extends Tablet {
  async launch() {
    const { width = 1180, height = 820, beforePage, prefs = {} } = this.options;
    const display = await screenNumber();
    await rm(path.join(this.profile, 'lock'), { force: true });
    this.browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: program,
      headless: false,
      userDataDir: this.profile,
      extraPrefsFirefox: { ...preferences, ...prefs },
      env: { ...process.env, DISPLAY: `:${display}`, MOZ_DISABLE_CONTENT_SANDBOX: '1', TZ: 'Europe/London', LANG: 'C.UTF-8' },
      defaultViewport: null,
    });
    this.page = (await this.browser.pages())[0] ?? (await this.browser.newPage());
    await this.page.setViewport({ width, height });
    this.page.setDefaultTimeout(patienceMs);
    this.page.on('request', (request) => this.requests.push(request.url()));
    this.page.on('console', (message) => this.lines.push(`${message.type()}: ${message.text()}`));
    this.page.on('pageerror', (reason) => this.lines.push(`thrown: ${reason.stack ?? reason}`));
    await this.page.evaluateOnNewDocument(watchPolicy);
    if (beforePage) await this.page.evaluateOnNewDocument(beforePage);
  }

  async goTo(address) {
    await this.page.goto(address);
  }

  async reload() {
    await this.page.reload();
  }

  async #all(role, name, within) {
    const place = within ? (await this.#all(...within))[0] : this.page;
    if (!place) return [];
    const named = typeof name === 'string';
    const candidates = named
      ? await place.$$(`::-p-aria([name="${name.replaceAll('"', '\\"')}"])`)
      : await place.$$(`[role="${role}"], a, button, input, textarea, h1, h2, h3, main, nav, li, ul, section`);
    const found = [];
    for (const handle of candidates) {
      const label = named ? '' : await handle.evaluate(labelOf);
      if ((await handle.evaluate(hasRole, role)) && (!(name instanceof RegExp) || name.test(label))) found.push(handle);
    }
    return found;
  }

  async find(role, name, within) {
    const [handle] = await this.#all(role, name, within);
    return handle && new Found(handle);
  }

  async count(role, name, within) {
    return (await this.#all(role, name, within)).length;
  }

  inPage(work, argument) {
    return this.page.evaluate(work, argument);
  }

  async keys(combination) {
    const keys = combination.split('+');
    const last = keys.pop();
    for (const key of keys) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last);
    for (const key of keys.reverse()) await this.page.keyboard.up(key);
  }

  async goBack() {
    await this.inPage(() => history.back());
  }

  async picture(file) {
    await this.page.screenshot({ path: file });
  }

  async killAtOnce() {
    const leader = this.browser.process().pid;
    signalGroup(leader, 'SIGKILL');
    await until('every process of the browser has ended', () => !groupLives(leader));
    this.browser = undefined;
  }

  async close() {
    await this.browser?.close();
    this.browser = undefined;
  }
}
