// The page from start to end: checks, the one window that may write, the worker, and what the two tell each other.

import { Bridge } from './bridge.mjs';
import { findObstacle } from './checks.mjs';
import { keepDisplay } from './display.mjs';
import { Install } from './install.mjs';
import { keepTexts, keptTexts, mayStartAnew } from './lost_files.mjs';
import { hideNotice, showNotice } from './notice.mjs';
import { giveFile, print } from './paper.mjs';
import { Photos } from './photos.mjs';
import { Picture } from './picture.mjs';
import { claim, takeOver, whenAskedToLetGo, whenLockIsLost } from './single_instance.mjs';
import { clearedStore, forgetMark, mark } from './store_mark.mjs';
import { surroundings, whenTheyChange } from './surroundings.mjs';
import { trustedScript } from './trusted_urls.mjs';
import { Updates } from './updates.mjs';
import { words } from './words.mjs';

const startAgain = () => location.reload();
const install = new Install(); // At once: the browser offers it only when it pleases.
const mayBeTheRelease = ['notLoaded', 'stopped', 'crashed']; // Not what lies in the tablet, such as a store that is in use.

function deviceName() {
  const agent = navigator.userAgent;
  const browser = /Firefox\//.test(agent) ? 'Firefox' : /Edg\//.test(agent) ? 'Edge' : /Chrom/.test(agent) ? 'Chromium' : 'Safari';
  const touch = navigator.maxTouchPoints > 1;
  const system = /Android/.test(agent) ? 'Android' : /iPhone/.test(agent) ? 'iPhone' : /iPad/.test(agent) || (/Mac/.test(agent) && touch) ? 'iPad'
    : /Windows/.test(agent) ? 'Windows' : /Mac/.test(agent) ? 'Mac' : /CrOS/.test(agent) ? 'ChromeOS' : 'Linux';
  return `${browser} on ${system}`;
}

class Page {
  #worker;
  #bridge;
  #photos;
  #picture;
  #lock;
  #updates;
  #saved = [];
  #textsKept = true;

  constructor(lock, updates) {
    this.#lock = lock;
    this.#updates = updates;
    updates.begin(() => this.save());
    this.#worker = new Worker(trustedScript(new URL('./worker.mjs', import.meta.url)), { type: 'module', name: 'kitbag' });
    this.#photos = new Photos((message, transfer) => this.#tell(message, transfer));
    this.#picture = new Picture((message, transfer) => this.#tell(message, transfer), () => this.save().then(startAgain));
    const tell = (...given) => this.#tell({ type: 'input', given });
    this.#bridge = new Bridge(document.getElementById('bridge'), tell, this.#photos, document.getElementById('skip'));
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = () => this.#stop(document.documentElement.dataset.ready ? 'stopped' : 'notLoaded');
    document.getElementById('skip').textContent = words.skip;
    this.#start();
    this.#watchWindow();
    whenAskedToLetGo(() => this.#tell({ type: 'release' }));
    whenLockIsLost(() => this.#release());
  }

  // Resolves when what is being typed is on the disk.
  save() {
    if (!this.#worker) return Promise.resolve();
    this.#tell({ type: 'hidden', tell: true });
    return new Promise((resolve) => this.#saved.push(resolve));
  }

  #tell(message, transfer = []) {
    this.#worker?.postMessage(message, transfer);
  }

  #start() {
    const canvas = this.#picture.handOver();
    const message = { type: 'start', canvas, surroundings: surroundings(), deviceName: deviceName(), texts: keptTexts() };
    this.#tell(message, canvas ? [canvas] : []);
    whenTheyChange((changed) => this.#tell({ type: 'resize', surroundings: changed }));
  }

  #watchWindow() {
    const tellVisibility = () => this.#tell({ type: document.visibilityState === 'hidden' ? 'hidden' : 'visible' });
    document.addEventListener('visibilitychange', tellVisibility);
    addEventListener('pagehide', () => this.#tell({ type: 'hidden' }));
    addEventListener('online', () => this.#tell({ type: 'online' }));
    addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload(); // Kept whole by the browser, but its files may be gone.
    });
  }

  #hear(data) {
    const hears = {
      page: () => this.#bridge.apply(JSON.parse(data.text), data.heard),
      shown: () => this.#photos.give(data.source, data.bytes),
      frame: () => this.#seeFrame(data),
      ready: () => this.#started(),
      picture: () => this.#picture.hear(data.state),
      drawing: () => this.#picture.draw(data.picture),
      persist: () => this.#askForPersistence(),
      texts: () => { this.#textsKept = keepTexts(data.sealed); },
      filesGone: () => mayStartAnew() && this.#tell({ type: 'handOn' }), // What is typed until then reaches the worker first.
      handedOn: () => this.#startAnew(),
      file: () => giveFile(data),
      print: () => print(data),
      display: () => keepDisplay(data.chosen),
      saved: () => this.#saved.splice(0).forEach((resolve) => resolve()),
      released: () => this.#release(),
      stopped: () => this.#explainStop(data),
    };
    hears[data.type]?.();
  }

  #started() {
    document.documentElement.dataset.ready = 'true';
    this.#updates.started();
    this.#tellPersistence();
  }

  // A new worker opens the files that this one cannot. One that has texts which nobody keeps stays, and says what to do.
  #startAnew() {
    if (!this.#textsKept) return;
    this.#end();
    startAgain();
  }

  // What the browser has promised already, before anybody writes; to ask it for more is for when there is something to keep.
  async #tellPersistence() {
    const granted = await navigator.storage.persisted?.().catch(() => true);
    this.#tell({ type: 'persisted', granted: granted !== false });
  }

  #seeFrame({ frames, heard, text, settled, atWork, unsent }) {
    if (text) this.#bridge.apply(JSON.parse(text), heard);
    document.documentElement.dataset.frames = frames;
    if (!settled) return;
    this.#bridge.settle(heard);
    this.#updates.see(atWork);
    install.see(atWork);
    if (unsent >= 0) mark(unsent);
    if (unsent === -2) forgetMark();
  }

  async #askForPersistence() {
    const granted = await navigator.storage.persist?.().catch(() => false);
    this.#tell({ type: 'persisted', granted: Boolean(granted) });
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#bridge.clear();
    this.#lock.letGo();
  }

  #release() {
    this.#end();
    showNotice(words.takenOver, words.useHere, startAgain);
  }

  // A release that stops before it was there gives way to the one before it, if there is one.
  async #stop(kind) {
    this.#end();
    const early = !document.documentElement.dataset.ready && mayBeTheRelease.includes(kind);
    if (early && await this.#updates.couldNotStart()) return;
    showNotice(words[kind] ?? words.stopped, words.startAgain, startAgain);
  }

  #explainStop({ kind, reason }) {
    console.warn(`The app stopped (${kind}): ${reason}`);
    this.#stop(kind);
  }
}

// Before a tablet whose storage went is set up as if it were a new one. Resolves when that has been read.
function sayCleared({ unsent, at }) {
  const when = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  const { title, text } = words.cleared;
  return new Promise((resolve) => showNotice({ title, text: `${text} ${words.clearedCount(unsent, when)}` }, words.setUpAgain, resolve));
}

async function open() {
  document.documentElement.dataset.begun = 'true'; // From here on this module says itself what goes wrong.
  const obstacle = await findObstacle();
  if (obstacle) {
    showNotice(obstacle);
    return;
  }
  const updates = new Updates();
  const begin = async (lock) => {
    const lost = await clearedStore();
    if (lost) await sayCleared(lost);
    hideNotice();
    return new Page(lock, updates);
  };
  const lock = await claim();
  if (lock && await updates.takeOldOne()) return;
  if (lock) begin(lock);
  else showNotice(words.elsewhere, words.useHere, async () => begin(await takeOver()));
}

open();
