// New versions of the app: looked for again and again while there is a connection, installed beside the one in use, and taken when the
// person says so and nothing is half done; after a day also by themselves, where nothing is open. Only the window that holds the
// store takes one.

import { offer, withdrawOffer } from './notice.mjs';
import { tellNotStarted, tellStarted } from './release_news.mjs';
import { trustedScript } from './trusted_urls.mjs';
import { words } from './words.mjs';

const patienceMs = 3000; // Some browsers never say that the new version took over.
const lookAgainMs = 60 * 60 * 1000; // When the app is seen again after that long,
const lookAnywayMs = 6 * 60 * 60 * 1000; // and when it is always seen.
const dayMs = 24 * 60 * 60 * 1000;
const quietMs = 2000; // Who has just typed is not interrupted.
const sinceName = 'kitbag-new-version-since';

// What people are at (app/models/at_work.h).
export const atWork = { open: 1, halfDone: 2, withHead: 4, atSending: 8 };

// When the version that waits was first seen; a clock that was set back begins the day again.
function waitingSince() {
  const now = Date.now();
  const since = Number(localStorage.getItem(sinceName) ?? Infinity);
  if (since <= now) return since;
  localStorage.setItem(sinceName, now);
  return now;
}

const anythingTyped = () => [...document.querySelectorAll('.field')].some((field) => field.value !== '');

export class Updates {
  #registration;
  #save; // Resolves when what is being typed is on the disk. There while this window has the store.
  #atWork = 0;
  #putOff = false;
  #wanted = false; // Somebody said so; it is taken when nothing is on its way any more.
  #taking = false;
  #quiet; // Runs before a version is offered.
  #looked = performance.now();

  constructor() {
    this.registered = this.#register().catch((reason) => console.warn('Kitbag cannot be kept for use without a connection.', reason));
  }

  // Before the app begins, in the window that will have the store. True when the page is about to be loaded anew.
  async takeOldOne() {
    await this.registered;
    const waiting = this.#registration?.waiting;
    if (!waiting || !navigator.serviceWorker.controller || Date.now() - waitingSince() < dayMs) return false;
    this.#takeOver(waiting);
    return true;
  }

  begin(save) {
    this.#save = save;
  }

  // What people are at after each picture that settled.
  see(state) {
    this.#atWork = state;
    this.#consider();
  }

  async started() {
    if (await tellStarted()) offer('rolledBack', { text: words.rolledBack, label: words.understood });
  }

  // True when the release before this one is there: the page is about to be loaded anew.
  async couldNotStart() {
    const before = await tellNotStarted();
    if (before) location.reload();
    return before;
  }

  async #register() {
    const service = navigator.serviceWorker;
    const hadOne = service.controller;
    service.addEventListener('controllerchange', () => {
      if (this.#taking) this.#reload();
      else if (hadOne && !this.#save) location.reload(); // Another window took the new version; here nothing is open.
    });
    this.#registration = await service.register(trustedScript('./service-worker.js'), { updateViaCache: 'none' });
    if (!this.#registration.waiting) localStorage.removeItem(sinceName); // A browser that was closed takes what waits by itself.
    this.#registration.addEventListener('updatefound', () => {
      this.#registration.installing?.addEventListener('statechange', () => this.#consider());
    });
    this.#consider();
    this.#keepLooking();
  }

  #keepLooking() {
    const look = () => {
      this.#looked = performance.now();
      this.#registration.update().catch(() => {}); // No connection: it is looked for another time.
    };
    const lookIfLongAgo = () => {
      if (document.visibilityState === 'visible' && performance.now() - this.#looked > lookAgainMs) look();
    };
    document.addEventListener('visibilitychange', lookIfLongAgo);
    addEventListener('online', lookIfLongAgo);
    setInterval(look, lookAnywayMs);
  }

  #consider() {
    const waiting = this.#registration?.waiting;
    if (!waiting || !navigator.serviceWorker.controller || !this.#save || this.#taking) return;
    const old = Date.now() - waitingSince() >= dayMs;
    const halfDone = Boolean(this.#atWork & atWork.halfDone);
    if (this.#atWork & atWork.withHead) withdrawOffer('update');
    if (halfDone) {
      clearTimeout(this.#quiet);
      this.#quiet = undefined;
    } else if (this.#wanted || (old && !(this.#atWork & atWork.open) && !anythingTyped())) {
      this.#takeOver(waiting);
    } else if (!this.#putOff) {
      this.#quiet ??= setTimeout(() => this.#offer(), quietMs);
    }
  }

  #offer() {
    if (this.#taking) return;
    offer('update', {
      text: words.newVersion,
      label: words.useNewVersion,
      act: () => this.#use(),
      later: words.later,
      putOff: () => { this.#putOff = true; },
    });
  }

  async #use() {
    await this.#save();
    this.#wanted = true;
    this.#consider();
  }

  #takeOver(waiting) {
    this.#taking = true;
    withdrawOffer('update');
    waiting.postMessage('take over');
    setTimeout(() => this.#reload(), patienceMs);
  }

  #reload() {
    if (!this.#taking) return;
    this.#taking = false;
    localStorage.removeItem(sinceName);
    location.reload();
  }
}
