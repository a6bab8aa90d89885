// Photographs made for a test, and the camera that gives them. Where they say that they were taken is invented.

import { until } from './waiting.mjs';
import { words } from './words.mjs';

export const place = '52.2053 N, 0.1218 E';

// Drawn in the page, as no two pixels are alike in a photograph.
export async function drawn(tablet, { width, height, type }) {
  const base64 = await tablet.inPage(async (wanted) => {
    const canvas = new OffscreenCanvas(wanted.width, wanted.height);
    const drawing = canvas.getContext('2d');
    const colours = drawing.createLinearGradient(0, 0, wanted.width, wanted.height);
    for (const [stop, colour] of ['#b03a2e', '#f4d03f', '#1e8449', '#2471a3'].entries()) colours.addColorStop(stop / 3, colour);
    drawing.fillStyle = colours;
    drawing.fillRect(0, 0, wanted.width, wanted.height);
    drawing.fillStyle = 'white';
    for (let spot = 0; spot < 4000; ++spot) drawing.fillRect((spot * 7919) % wanted.width, (spot * 104729) % wanted.height, 3, 3);
    const blob = await canvas.convertToBlob({ type: wanted.type, quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, { width, height, type });
  return Buffer.from(base64, 'base64');
}

// As a camera writes it: after the first two bytes a segment with the place, and that the picture lies on its side.
export function withExif(jpeg) {
  const entry = (tag, kind, count, value) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(kind, 2);
    bytes.writeUInt32BE(count, 4);
    if (kind === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const head = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2]);
  const text = Buffer.from(`${place}\0`, 'latin1');
  const tiff = Buffer.concat([head, entry(0x010e, 2, text.length, 38), entry(0x0112, 3, 1, 6), Buffer.alloc(4), text]);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const lead = Buffer.alloc(4);
  lead.writeUInt16BE(0xffe1, 0);
  lead.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), lead, content, jpeg.subarray(2)]);
}

export async function take(tablet, buffer, name = 'IMG_0001.JPG') {
  await takeAll(tablet, [buffer], name);
}

// Several that are chosen at once.
export async function takeAll(tablet, buffers, name = 'IMG_0001.JPG') {
  await tablet.see('button', words('photos.add'));
  const files = buffers.map((buffer) => ({ name, mimeType: 'application/octet-stream', buffer }));
  await tablet.page.locator('input[type=file]').setInputFiles(files);
}

// A photograph of more than a megabyte: no two of its pixels are alike.
export async function noisy(tablet, size) {
  const base64 = await tablet.inPage(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const drawing = canvas.getContext('2d');
    const pixels = drawing.createImageData(width, height);
    for (let at = 0; at < pixels.data.length; ++at) pixels.data[at] = at % 4 === 3 ? 255 : (at * 2654435761) >>> 24;
    drawing.putImageData(pixels, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, size);
  return Buffer.from(base64, 'base64');
}

// Runs in the page before it loads: keeps what the app gives its images, which the page itself may not read back from an address.
export const keepBlobs = () => {
  globalThis.blobs = new Map();
  const original = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = original.call(URL, blob);
    globalThis.blobs.set(address, blob);
    return address;
  };
};

// What an image of the app holds: its bytes as text, and how large it is.
export async function shown(tablet, name) {
  return until(`the image ${name} is there`, () => tablet.inPage(async (wanted) => {
    const image = [...document.querySelectorAll('img')].find((one) => one.alt === wanted && one.classList.contains('there'));
    if (!image) return undefined;
    const bytes = new Uint8Array(await globalThis.blobs.get(image.src).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { text, address: image.src, width: image.naturalWidth, height: image.naturalHeight };
  }, name));
}
