// From the moment in which the camera gives a photograph of 12 megapixels until it is on the disk and the screen says so. The
// reference is decoding the same file and encoding it small, in the same page, with nothing checked and nothing kept.

import { ada, beginVisit, setUp } from '../web/harness/adviser.mjs';
import { CountyServer } from '../web/harness/county_server.mjs';
import { openTablet } from '../web/harness/open_tablet.mjs';
import { drawn, take, withExif } from '../web/harness/photographs.mjs';
import { until } from '../web/harness/waiting.mjs';
import { words } from '../web/harness/words.mjs';

const times = 12;

// Runs in the page: when a file was given, and when the status said that it is saved.
const watch = (saved) => {
  globalThis.photoTimes = [];
  let given;
  document.addEventListener('change', (event) => {
    if (event.target.type === 'file') given = performance.now();
  }, { capture: true });
  new MutationObserver(() => {
    if (!given || !document.getElementById('status').innerText.includes(saved)) return;
    globalThis.photoTimes.push(performance.now() - given);
    given = undefined;
  }).observe(document.getElementById('status'), { childList: true, subtree: true, characterData: true });
};

const reference = async (base64) => {
  const blob = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
  const began = performance.now();
  const picture = await createImageBitmap(blob, { resizeWidth: 2048 });
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  return performance.now() - began;
};

export async function measurePhotographs(folder) {
  const county = new CountyServer(`${folder}-county`);
  await county.start();
  const tablet = await openTablet('chromium', `${folder}-profile`, {});
  try {
    await setUp(tablet, county, ada);
    await beginVisit(tablet);
    await tablet.inPage(watch, words('photos.saved'));
    const plain = [];
    for (let time = 0; time < times; ++time) {
      const photograph = withExif(await drawn(tablet, { width: 4000, height: 3000, type: 'image/jpeg' }));
      const base64 = photograph.toString('base64');
      plain.push(await tablet.inPage(reference, base64));
      await take(tablet, Buffer.concat([photograph, Buffer.from([time])])); // No two are the same.
      await until('the photograph is saved', async () => (await tablet.inPage(() => globalThis.photoTimes.length)) > time, 60_000);
    }
    return { photographs: await tablet.inPage(() => globalThis.photoTimes), plain };
  } finally {
    await tablet.close();
    await county.stop();
  }
}
