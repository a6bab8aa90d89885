// Looking at a picture of the screen: two compared, or how many colours a part of one has. Positions are asked of the real elements,
// so no story knows where anything lies.

import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

let taken = 0;

export async function pictureOf(tablet) {
  const file = path.join(tmpdir(), `kitbag-picture-${process.pid}-${++taken}.png`);
  await tablet.picture(file);
  const picture = (await readFile(file)).toString('base64');
  await rm(file);
  return picture;
}

export const boxOf = async (found) => (found.locator ?? found.handle).boundingBox();

// Runs in the page, which can read pictures. Each is given as what lies in the box, or as a whole.
const look = async ({ pictures, box }) => {
  const parts = [];
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    parts.push(context.getImageData(x, y, width, height).data);
  }
  const [one, other] = parts;
  const colours = new Set();
  let differing = 0;
  for (let at = 0; at < one.length; at += 4) {
    colours.add((one[at] << 16) | (one[at + 1] << 8) | one[at + 2]);
    if (other && [0, 1, 2].some((part) => Math.abs(one[at + part] - other[at + part]) > 24)) ++differing;
  }
  return { colours: colours.size, differing: differing / (one.length / 4) };
};

// From 0 to 1: how many of the points are clearly of another colour.
export async function differing(tablet, one, other, box) {
  return (await tablet.inPage(look, { pictures: [one, other], box })).differing;
}

export async function coloursIn(tablet, picture, box) {
  return (await tablet.inPage(look, { pictures: [picture], box })).colours;
}
