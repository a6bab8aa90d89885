// Takes pictures of what a tablet shows: at every size and in every colour scheme, into build/pictures/. Those of the run before are kept
// in build/pictures-before/, so that a person can lay the two side by side.

import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { top } from './places.mjs';
import { pause } from './waiting.mjs';

export const sizes = [[1180, 820], [820, 1180], [390, 844], [1366, 768]];
export const schemes = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
};
export const pictures = path.join(top, 'build', 'pictures');
export const picturesBefore = path.join(top, 'build', 'pictures-before');

const longHeight = 3600;
const looksMax = 200;

export class Camera {
  taken = 0;

  // Only the pictures whose names begin with `only` are taken; the others stay as they are.
  constructor(only) {
    this.only = only;
    for (const folder of [pictures, picturesBefore]) mkdirSync(folder, { recursive: true });
    const ours = (folder) => readdirSync(folder).filter((name) => name.startsWith(only) && name.endsWith('.png'));
    for (const name of ours(picturesBefore)) rmSync(path.join(picturesBefore, name));
    for (const name of ours(pictures)) renameSync(path.join(pictures, name), path.join(picturesBefore, name));
  }

  async takeEach(tablet, name) {
    if (!name.startsWith(this.only)) return;
    for (const [width, height] of sizes) await this.#takeSchemes(tablet, name, width, height, `${width}x${height}`);
    await this.#back(tablet, name);
  }

  // The whole of a long screen, in a window as high as it.
  async takeLong(tablet, name) {
    if (!name.startsWith(this.only)) return;
    for (const width of [390, 1180]) await this.#takeSchemes(tablet, name, width, longHeight, `${width}`);
    await this.#back(tablet, name);
  }

  async #back(tablet, name) {
    await tablet.page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] });
    await tablet.page.emulateMedia(schemes.light);
    await tablet.rest(); // What is pressed next stands where it is seen only once the screen has been laid out for this window.
    console.log(`  ${name}`);
  }

  async #takeSchemes(tablet, name, width, height, size) {
    await tablet.page.setViewportSize({ width, height });
    for (const [scheme, media] of Object.entries(schemes)) {
      await tablet.page.emulateMedia(media);
      writeFileSync(path.join(pictures, `${name}-${size}-${scheme}.png`), await this.#settled(tablet.page));
      ++this.taken;
    }
  }

  // The picture is drawn by a worker: it is finished when it stays as it is.
  async #settled(page) {
    await pause(60);
    let before;
    for (let look = 0; look < looksMax; ++look) {
      const now = await page.screenshot();
      if (before?.equals(now)) return now;
      before = now;
      await pause(40);
    }
    throw new Error('The picture never stood still.');
  }
}
