// Photographs between the page and the app: what the camera gives is checked, made smaller and drawn anew, so that nothing
// but its pixels goes on (no place, no time, no camera), and what the app shows gets its bytes. Every address made for bytes
// is taken back when its element goes, so nothing can be looked at after the tablet is locked.

import { offer, withdrawOffer } from './notice.mjs';
import { fileBytesMax, problemWith, sizeOf } from './photo_file.mjs';
import { words } from './words.mjs';

const longSideMax = 2048;
const bytesMax = 1_500_000;
const thumbnailSideMax = 320;
const thumbnailBytesMax = 20_000;
const qualities = [0.8, 0.65, 0.5, 0.35];

async function encoded(picture, sideMax, limit) {
  for (let side = sideMax; side >= sideMax / 4; side /= 2) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const size = [picture.width, picture.height].map((length) => Math.max(1, Math.round(length * scale)));
    const canvas = new OffscreenCanvas(...size);
    const drawing = canvas.getContext('2d');
    drawing.fillStyle = 'white'; // What can be seen through has no colour in a JPEG.
    drawing.fillRect(0, 0, ...size);
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(picture, 0, 0, ...size);
    for (const quality of qualities) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size <= limit) return blob.arrayBuffer();
    }
  }
  throw new Error('It cannot be made small enough.');
}

// Only the width is asked for: a picture that was taken upright changes its sides when it is turned.
async function decoded(file, { width, height }) {
  const scale = Math.min(1, longSideMax / Math.max(width, height));
  const resized = scale < 1 ? { resizeWidth: Math.round(width * scale), resizeQuality: 'high' } : {};
  return createImageBitmap(file, { imageOrientation: 'from-image', ...resized });
}

// Gives { jpeg, thumbnail }, or { code } where the file cannot be taken.
export async function prepare(file) {
  if (file.size > fileBytesMax) return { code: 'photo_too_large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const code = problemWith(bytes);
  if (code) return { code };
  try {
    const picture = await decoded(new Blob([bytes]), sizeOf(bytes));
    const jpeg = await encoded(picture, longSideMax, bytesMax);
    const thumbnail = await encoded(picture, thumbnailSideMax, thumbnailBytesMax);
    picture.close();
    return { jpeg, thumbnail };
  } catch {
    return { code: 'photo_unreadable' };
  }
}

export class Photos {
  #tell;
  #waiting = []; // { place, file } of what was chosen and is not yet begun.
  #preparing = false;
  #shown = new Map(); // id of a node -> { element, source, address }

  constructor(tell) {
    this.#tell = tell;
  }

  // The files that somebody chose at a button. Those of all buttons are prepared one after the other: two decoded at once may be more than a
  // tablet can hold.
  async take(place, files) {
    this.#waiting.push(...files.map((file) => ({ place, file })));
    if (!this.#preparing) await this.#prepareAll();
  }

  // What could not be taken is told last, because the app shows only what it heard last. It hears anew that there is one more to come: until
  // then nothing is half done, and another version of the app may take over.
  async #prepareAll() {
    this.#preparing = true;
    const troubles = new Map();
    for (let count = 1; this.#waiting.length > 0; ++count) {
      const { place, file } = this.#waiting.shift();
      this.#tell({ type: 'photo_news', place, code: 'preparing' });
      this.#sayHowFar(count, count + this.#waiting.length);
      const { jpeg, thumbnail, code } = await prepare(file).catch(() => ({ code: 'photo_unreadable' }));
      if (code) troubles.set(place, code);
      else this.#tell({ type: 'photo', place, jpeg, thumbnail }, [jpeg, thumbnail]);
    }
    this.#preparing = false;
    withdrawOffer('photos');
    for (const [place, code] of troubles) this.#tell({ type: 'photo_news', place, code });
  }

  // Of one alone the app says that it is on its way.
  #sayHowFar(count, all) {
    if (all === 1) return;
    const leaveOut = () => { this.#waiting.length = 0; };
    offer('photos', { text: words.photosOnTheirWay(count, all), label: count < all ? words.photosLeaveOut : undefined, act: leaveOut });
  }

  // The element is to show what its node names; the bytes come later, by give().
  show({ element, node }) {
    const known = this.#shown.get(node.id);
    if (known?.element === element && known.source === node.value) return;
    this.letGo(node.id);
    this.#shown.set(node.id, { element, source: node.value });
    this.#tell({ type: 'show', source: node.value });
  }

  give(source, bytes) {
    for (const shown of this.#shown.values()) {
      if (shown.source !== source || shown.address || !bytes) continue;
      shown.address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
      shown.element.onload = () => shown.element.classList.add('there');
      shown.element.src = shown.address;
    }
  }

  letGo(id) {
    const shown = this.#shown.get(id);
    if (!shown) return;
    this.#shown.delete(id);
    if (shown.address) URL.revokeObjectURL(shown.address);
    shown.element.classList.remove('there');
    shown.element.removeAttribute('src');
  }

  letAllGo() {
    this.#waiting.length = 0;
    for (const id of [...this.#shown.keys()]) this.letGo(id);
  }
}
