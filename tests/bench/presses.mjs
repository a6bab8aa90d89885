// From a press to the changed picture, as the page sees it: the pixels where the pressed thing lies are read back in each of
// the page's frames until they differ. And the app's own part of that: until the picture is drawn as far as the app draws it.

import { until } from '../web/harness/waiting.mjs';
import { appRenderersOf, processorTime } from './processor_time.mjs';

// Runs in the page. Presses the element and gives how many frames and milliseconds went by until the canvas differed there.
const pressAndWatch = async ({ element, canvas, box }) => {
  const copy = new OffscreenCanvas(64, 16);
  const eye = copy.getContext('2d', { willReadFrequently: true });
  const scale = canvas.width / canvas.getBoundingClientRect().width;
  const look = () => {
    eye.clearRect(0, 0, 64, 16);
    eye.drawImage(canvas, box.x * scale, box.y * scale, box.width * scale, box.height * scale, 0, 0, 64, 16);
    return eye.getImageData(0, 0, 64, 16).data.join();
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  const before = look();
  const pressed = performance.now();
  element.click();
  for (let frames = 1; frames <= 120; ++frames) {
    await frame();
    if (look() !== before) return { frames, ms: performance.now() - pressed };
  }
  return { frames: Infinity, ms: Infinity };
};

// Runs in the page, all of it, so that nothing but the app works. Presses the elements in turn and gives for each press the milliseconds
// until the page hears that the picture after it was drawn: what the browser takes to show it, and reading it back, is not in it.
const pressAndHear = async ({ elements, times }) => {
  const { dataset } = document.documentElement;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  const measured = [];
  for (let time = 0; time < times; ++time) {
    for (let frames; frames !== dataset.frames; await pause()) frames = dataset.frames; // What was pressed before has come to rest.
    const heard = new Promise((resolve) => {
      new MutationObserver((changes, observer) => {
        observer.disconnect();
        resolve(performance.now());
      }).observe(document.documentElement, { attributeFilter: ['data-frames'] });
    });
    const pressed = performance.now();
    elements[time % elements.length].click();
    measured.push((await heard) - pressed);
  }
  return measured;
};

// The app's own part of presses on the elements in turn: { ms: of each, processor: milliseconds of all, by page and worker }.
export async function measureOwnPart(tablet, profile, found, times) {
  await found[0].locator.scrollIntoViewIfNeeded();
  const elements = [];
  for (const { locator } of found) elements.push(await locator.elementHandle());
  const before = processorTime(appRenderersOf(profile));
  const ms = await tablet.page.evaluate(pressAndHear, { elements, times });
  return { ms, processor: processorTime(appRenderersOf(profile)) - before };
}

const untilChosen = (locator) => until('it is chosen',
  () => locator.evaluate((radio) => radio.checked ?? radio.getAttribute('aria-checked') === 'true'));

export async function measurePress(tablet, locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  const element = await locator.elementHandle();
  const canvas = await tablet.page.$('canvas');
  return tablet.page.evaluate(pressAndWatch, { element, canvas, box });
}

// Presses the elements in turn.
export async function measurePresses(tablet, found, times) {
  const measured = [];
  for (let time = 0; time < times; ++time) {
    const { locator } = found[time % found.length];
    measured.push(await measurePress(tablet, locator));
    await untilChosen(locator);
  }
  return measured;
}

// The same with a button that fills a plain canvas of the page, drawn by the page itself.
export async function measureReferencePresses(tablet, times) {
  const page = await tablet.context.newPage();
  await page.setContent('<button>Press</button><canvas width="200" height="200"></canvas>');
  await page.evaluate(() => {
    let dark = false;
    document.querySelector('button').addEventListener('click', () => {
      dark = !dark;
      const brush = document.querySelector('canvas').getContext('2d');
      brush.fillStyle = dark ? 'black' : 'white';
      brush.fillRect(0, 0, 200, 200);
    });
  });
  const measured = [];
  for (let time = 0; time < times; ++time) {
    const element = await page.$('button');
    const canvas = await page.$('canvas');
    measured.push(await page.evaluate(pressAndWatch, { element, canvas, box: { x: 10, y: 10, width: 64, height: 16 } }));
  }
  await page.close();
  return measured;
}
