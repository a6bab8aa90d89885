// Offers to put Kitbag on the home screen, where browsers keep what is stored: by the browser's own way where there is one, in words on
// an iPad. Only where the app tells what is sent and kept, and not for a month after it was put away.

import { offer, withdrawOffer } from './notice.mjs';
import { atWork } from './updates.mjs';
import { words } from './words.mjs';

const putAwayName = 'kitbag-install-put-away';
const putAwayMs = 30 * 24 * 60 * 60 * 1000;

const installed = () => navigator.standalone === true || matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches;
const isApple = () => /iPad|iPhone/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

function wasPutAway() {
  const age = Date.now() - Number(localStorage.getItem(putAwayName) ?? -Infinity);
  return age >= 0 && age < putAwayMs;
}

const putAway = () => localStorage.setItem(putAwayName, Date.now());

export class Install {
  #prompt; // The browser's own way, once it has offered it.
  #shown = false;
  #hadRoom = false;

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event;
    });
    addEventListener('appinstalled', () => withdrawOffer('install'));
  }

  // What people are at after each picture that settled. It comes with the screen or not at all: what came later would move what somebody
  // is about to press.
  see(state) {
    const asked = () => document.querySelector('#bridge [role="dialog"]'); // It needs the room, and is answered first.
    const hasRoom = Boolean(state & atWork.atSending) && !asked();
    if (!hasRoom) this.#withdraw();
    else if (!this.#hadRoom && !installed() && !wasPutAway()) this.#offer();
    this.#hadRoom = hasRoom;
  }

  #withdraw() {
    if (this.#shown) withdrawOffer('install');
    this.#shown = false;
  }

  #offer() {
    const prompt = this.#prompt;
    if (!prompt && !isApple()) return;
    this.#shown = true;
    if (prompt) offer('install', { text: words.install, label: words.installNow, act: () => this.#ask(prompt), later: words.notNow, putOff: putAway });
    else offer('install', { text: words.installOnApple, label: words.understood, act: putAway });
  }

  #ask(prompt) {
    putAway(); // Whatever the answer: the browser asks only once, and nobody is asked again tomorrow.
    prompt.prompt();
  }
}
