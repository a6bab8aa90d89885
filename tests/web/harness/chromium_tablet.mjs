// A tablet with Chromium, by Playwright. The profile is a folder on the disk: in an incognito context, Playwright's default,
// the private file system is only in memory and answers at another speed.

import { chromium } from 'playwright-core';
import { browserOn, groupLives, signalGroup } from './processes.mjs';
import { sentText } from './sent_text.mjs';
import { Tablet, watchPolicy } from './tablet.mjs';
import { heldDownMs, patienceMs, until } from './waiting.mjs';

const program = process.env.KITBAG_CHROMIUM ?? '/usr/bin/chromium';
const alwaysOn = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage',
];
const softwareGraphics = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

class Found {
  constructor(locator) {
    this.locator = locator;
  }

  click() {
    return this.locator.click({ delay: heldDownMs });
  }

  async replace(text, { slowly = true } = {}) {
    if (slowly && (await this.locator.getAttribute('type')) !== 'date') {
      await this.locator.click();
      await this.locator.press('ControlOrMeta+a');
      await this.locator.pressSequentially(text, { delay: 5 });
    } else {
      await this.locator.fill(text);
    }
  }

  add(text) {
    return this.locator.pressSequentially(text, { delay: 5 });
  }

  value() {
    return this.locator.evaluate((element) => element.value ?? element.textContent);
  }

  attribute(name) {
    return this.locator.getAttribute(name);
  }

  checked() {
    return this.locator.evaluate((element) => element.checked ?? element.getAttribute('aria-checked') === 'true');
  }

  text() {
    return this.locator.innerText();
  }
}

export class ChromiumTablet extends Tablet {
  pushes = []; // What was sent to the county: { token, body }.

  async launch() {
    const { width = 1180, height = 820, args = [], graphics = true, touch = true, ratio = 1, beforePage, beforeWorker } = this.options;
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: program,
      headless: true,
      args: [...alwaysOn, ...(graphics ? softwareGraphics : []), ...args],
      viewport: { width, height },
      deviceScaleFactor: ratio,
      hasTouch: touch,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    this.context.setDefaultTimeout(patienceMs);
    this.context.on('request', (request) => this.#note(request));
    this.context.on('console', (message) => this.lines.push(`${message.type()}: ${message.text()}`));
    await this.context.addInitScript(watchPolicy);
    if (beforePage) await this.context.addInitScript(beforePage);
    if (beforeWorker) await this.#beginWorkerWith(beforeWorker);
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.#listen(this.page);
  }

  // A worker has no init scripts: what is to run first is put before its own source.
  async #beginWorkerWith(work) {
    await this.context.route(/\/worker\.[0-9a-f]+\.mjs$/, async (route) => {
      const answer = await route.fetch();
      const source = await answer.text();
      await route.fulfill({ contentType: 'text/javascript', body: `(${work})();\n${source}` });
    });
  }

  #note(request) {
    this.requests.push(request.url());
    if (request.method() === 'POST' && request.url().endsWith('/api/push')) {
      const token = request.headers().authorization?.replace('Bearer ', '');
      this.pushes.push({ token, body: JSON.parse(sentText(request)) });
    }
  }

  #listen(page) {
    page.on('pageerror', (reason) => this.lines.push(`thrown: ${reason.stack ?? reason}`));
    page.on('crash', () => this.lines.push('thrown: the page crashed'));
  }

  // A second window of the same browser, as a tablet of its own that shares profile and fate.
  async secondTab() {
    const other = new ChromiumTablet(this.profile, this.options);
    Object.assign(other, { context: this.context, lines: this.lines, requests: this.requests });
    other.page = await this.context.newPage();
    this.#listen(other.page);
    return other;
  }

  async goTo(address) {
    await this.page.goto(address);
  }

  async reload() {
    await this.page.reload();
  }

  #all(role, name, within) {
    const place = within ? this.#all(...within) : this.page;
    return place.getByRole(role, name === undefined ? {} : { name, exact: true });
  }

  async find(role, name, within) {
    const locator = this.#all(role, name, within).first();
    return (await locator.isVisible()) ? new Found(locator) : undefined;
  }

  async count(role, name, within) {
    return this.#all(role, name, within).count();
  }

  inPage(work, argument) {
    return this.page.evaluate(work, argument);
  }

  // The one worker that holds the app.
  async inWorker(work, argument) {
    const worker = await until('the app’s worker runs', () => this.page.workers()[0]);
    return worker.evaluate(work, argument);
  }

  keys(combination) {
    return this.page.keyboard.press(combination);
  }

  // What Android's gesture, a browser's button and a swipe from an iPad's edge do. It does not wait for anything.
  async goBack() {
    await this.page.goBack({ waitUntil: 'commit' }).catch(() => {});
  }

  async picture(file) {
    await this.page.screenshot({ path: file });
  }

  // As when the battery is pulled out: no process of the browser gets to do anything more. Who knows its leader already saves the search.
  async killAtOnce(leader = browserOn(this.profile)) {
    if (!leader) throw new Error(`No browser runs on ${this.profile}.`);
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    signalGroup(leader, 'SIGKILL');
    await until('every process of the browser has ended', () => !groupLives(leader));
    await closed;
    this.context = undefined;
  }

  async close() {
    await this.context?.close();
    this.context = undefined;
  }
}
