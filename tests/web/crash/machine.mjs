// The crash machine: an adviser writes in the real app in a real browser, the browser is killed with all its processes, and what its
// profile then has on the disk is held against what the app had said. Again and again, on one profile. A seed gives the same plan
// again; how far the tablet had come at each kill is the machine's affair.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ada, readyForOffline, setUp } from '../harness/adviser.mjs';
import { drawn, withExif } from '../harness/photographs.mjs';
import { browserOn } from '../harness/processes.mjs';
import { makeRelease } from '../harness/releases.mjs';
import { pause } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { Chance } from './chance.mjs';
import { faultsAfterKill, photosWithoutPicture } from './check.mjs';
import { Hand } from './hand.mjs';
import { Memory } from './memory.mjs';
import { moments, starts, weights } from './moments.mjs';
import { StoredFiles } from './stored_files.mjs';

// What software drawing costs would be most of each cycle; the picture is of no importance here.
const quick = { graphics: false, args: ['--disable-3d-apis', '--disable-gpu', '--disable-software-rasterizer'] };
const killsAVisit = 8;
const photosMax = 6; // The store is read after each kill.

export class CrashMachine {
  kills = {};
  #online = true;
  #releases = 0;

  constructor(stage, seed) {
    Object.assign(this, { stage, chance: new Chance(seed), memory: new Memory(), person: ada });
  }

  get killed() {
    return Object.values(this.kills).reduce((sum, count) => sum + count, 0);
  }

  async setUp() {
    this.county = await this.stage.county();
    this.tablet = await this.stage.tablet(quick);
    await setUp(this.tablet, this.county, ada);
    await readyForOffline(this.tablet);
    this.photograph = withExif(await drawn(this.tablet, { width: 640, height: 480, type: 'image/jpeg' }));
    this.hand = new Hand(this);
    this.files = new StoredFiles(this.tablet.profile, path.join(this.stage.folder, 'store'));
    await this.hand.beginVisit();
    this.leader = browserOn(this.tablet.profile);
  }

  // One kill and what is found after it. Throws what is wrong.
  async cycle() {
    const moment = this.#chooseMoment();
    await this.#prepare(moment);
    if (!starts.includes(moment)) await this.#workAWhile();
    const { afterMs, meanwhile } = await moments[moment](this);
    const over = Promise.resolve(meanwhile).catch(() => {}); // It ends with the browser.
    await pause(afterMs);
    const killedAt = performance.now();
    await this.tablet.killAtOnce(this.leader);
    await over;
    this.kills[moment] = (this.kills[moment] ?? 0) + 1;
    // A browser that only starts leaves the store alone, so both go on at once.
    await Promise.all([this.#check(moment, afterMs, killedAt), this.tablet.launch()]);
    this.leader = browserOn(this.tablet.profile);
  }

  // All of it reaches the county, which gives it back as it was written.
  async finish() {
    await this.#connect(true);
    await this.tablet.goTo(`${this.tablet.address}/`);
    await this.hand.comeBack();
    await this.tablet.press('button', words('sending.sync_now'));
    await this.tablet.seeText(words('sending.all_received'));
    const exported = JSON.stringify(await this.county.exported());
    for (const { last, aspect } of this.memory.fields.values()) {
      const text = JSON.stringify(last.text).slice(1, -1);
      if (!aspect && !exported.includes(text)) throw new Error(`The county does not have what the tablet calls received: "${text}"`);
    }
  }

  #chooseMoment() {
    const possible = { ...weights };
    if (!this.#online) delete possible.sync;
    if (this.hand.photosTaken >= photosMax) delete possible.photo;
    return this.chance.weighted(possible);
  }

  // The app stands where the moment needs it.
  async #prepare(moment) {
    if (this.chance.holds(0.15)) await this.#connect(!this.#online);
    if (moment === 'migration') await this.#makeOlder();
    if (moment === 'update') await this.#offerRelease();
    if (starts.includes(moment)) return;
    if (moment === 'sync') await this.#connect(true);
    if (this.killed === 0) return;
    await this.tablet.goTo(`${this.tablet.address}/`);
    await this.hand.comeBack();
    if (this.killed % killsAVisit === 0) await this.hand.beginVisit();
    else await this.hand.openVisit();
  }

  async #workAWhile() {
    for (let left = this.chance.below(3); left > 0; --left) {
      const part = await this.hand.openSomePart();
      await this.hand.writeSomething();
      if (part === 'aspects' && this.chance.holds(0.5)) await this.hand.judge();
      if (part === 'notes' && this.chance.holds(0.5)) await this.hand.pressNext();
    }
    if (this.hand.photosTaken < photosMax && this.chance.holds(0.05)) {
      await this.hand.openPart('notes');
      await this.hand.takePhoto(this.photograph);
      await this.hand.seePhotoSaved();
    }
  }

  async #connect(wanted) {
    if (wanted === this.#online) return;
    await (wanted ? this.county.start() : this.county.stop());
    this.#online = wanted;
  }

  // A schema that has no photographs keeps no pictures: those are lost by the machine's doing, not by the app's.
  async #makeOlder() {
    await this.files.makeOlder(this.person.passphrase);
    this.hand.pictureless = photosWithoutPicture(await this.files.read(this.person.passphrase));
  }

  async #offerRelease() {
    const folder = path.join(this.stage.folder, `release-${++this.#releases}`);
    await mkdir(folder, { recursive: true });
    this.county.siteFolder = await makeRelease(folder, this.#releases);
    await this.#connect(false);
    await this.#connect(true);
  }

  async #check(moment, afterMs, killedAt) {
    const store = await this.files.read(this.person.passphrase);
    const { faults, photos } = faultsAfterKill(store, this.memory, this.hand, killedAt);
    Object.assign(this.hand, { photosTaken: photos, photosSaved: photos });
    this.hand.forgetMissing();
    if (faults.length > 0) throw new Error(`Kill ${this.killed}, ${moment}, after ${afterMs} ms:\n  ${faults.join('\n  ')}`);
  }
}
