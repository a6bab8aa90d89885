// How the tablet looks: as it is set, until a person has chosen; then as chosen, also after a restart.

import assert from 'node:assert/strict';
import { ada, ashmere, openSchool, setUp, unlock } from '../harness/adviser.mjs';
import { boxOf, coloursIn, pictureOf } from '../harness/pixels.mjs';
import { story } from '../harness/runner.mjs';
import { until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

// The colour in the middle of the picture's left edge, where only the table behind the sheets is seen.
async function groundOf(tablet) {
  const shot = await tablet.page.screenshot({ clip: { x: 1, y: 400, width: 1, height: 1 } });
  return tablet.page.evaluate(async (bytes) => {
    const brush = new OffscreenCanvas(1, 1).getContext('2d');
    brush.drawImage(await createImageBitmap(new Blob([new Uint8Array(bytes)])), 0, 0);
    return [...brush.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, [...shot]);
}

const isDark = ([red, green, blue]) => red + green + blue < 150;
const schemeOf = (tablet) => tablet.inPage(() => document.documentElement.dataset.scheme);

async function seeGround(tablet, wanted, what) {
  await until(what, async () => isDark(await groundOf(tablet)) === wanted);
}

story('the app is dark when the tablet is, follows it when it changes, and keeps what a person chooses over a restart', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await tablet.open(county.address);
  await tablet.see('heading', words('set_up.title'));
  await seeGround(tablet, false, 'it is light at first');
  await tablet.page.emulateMedia({ colorScheme: 'dark' });
  await seeGround(tablet, true, 'it turns dark with the tablet');
  await tablet.page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await until('it shows hard contrast with the tablet', async () => (await schemeOf(tablet)) === 'contrast');
  await tablet.page.emulateMedia({ colorScheme: 'light', contrast: null });
  await tablet.press('button', words('display.open'));
  await tablet.press('radio', words('display.dark'));
  await tablet.press('radio', '150 %');
  await tablet.press('button', words('common.close'));
  await seeGround(tablet, true, 'it is dark as chosen');
  await tablet.reload();
  await tablet.see('heading', words('set_up.title'));
  await seeGround(tablet, true, 'it is dark as chosen, also after a restart');
  const field = await tablet.page.getByLabel(words('set_up.name')).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  assert.ok(field > 26, `The letters are half as large again: ${field}.`);
  await setUp(tablet, county, ada);
  assert.equal(await schemeOf(tablet), 'dark');
});

// Runs in the page: how an element is shown, beside the system's own colours as the browser gives them.
const shownAs = ({ role, name }) => {
  const element = [...document.querySelectorAll('#bridge button')].find((one) => one.textContent === name && one.closest(role));
  const { opacity, color, backgroundColor } = getComputedStyle(element);
  const probe = document.createElement('i');
  document.body.append(probe);
  const system = (colour) => {
    probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(['ButtonText', 'ButtonFace', 'Highlight', 'HighlightText'].map((colour) => [colour, system(colour)]));
  probe.remove();
  return { opacity, ink: color, ground: backgroundColor, ...colours, picture: document.getElementById('picture').checkVisibility() };
};

// Runs in the worker: how often it has given the graphics card something to draw since it was first asked.
const drawnSoFar = () => {
  const gl = WebGL2RenderingContext.prototype;
  if (gl.kitbagDrawn === undefined) {
    gl.kitbagDrawn = 0;
    const draw = gl.drawElements;
    gl.drawElements = function (...given) {
      ++gl.kitbagDrawn;
      return draw.apply(this, given);
    };
  }
  return gl.kitbagDrawn;
};

story('where the system forces its colours the elements show in them in place of the picture, which comes back with its own', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  const seen = (name) => tablet.inPage(shownAs, { role: 'nav', name: words(name) });
  const asPicture = await seen('visits.title');
  assert.deepEqual([asPicture.opacity, asPicture.picture], ['0', true]);
  await tablet.page.emulateMedia({ forcedColors: 'active' });
  await until('the elements show', async () => (await seen('visits.title')).opacity === '1');
  const other = await seen('visits.title');
  assert.deepEqual([other.ink, other.ground, other.picture], [other.ButtonText, other.ButtonFace, false]);
  const chosen = await seen('schools.title');
  assert.deepEqual([chosen.ink, chosen.ground], [chosen.HighlightText, chosen.Highlight], 'Where one is stands out.');
  const before = await tablet.inWorker(drawnSoFar);
  await openSchool(tablet, 'ashmere', ashmere);
  assert.equal(await tablet.inWorker(drawnSoFar), before, 'What nobody sees is not drawn.');
  await tablet.reload();
  await tablet.inWorker(drawnSoFar);
  await unlock(tablet, ada);
  assert.equal((await seen('visits.title')).picture, false, 'It is so from the start, too.');
  const unseen = await tablet.inWorker(drawnSoFar);
  await tablet.page.emulateMedia({ forcedColors: null });
  await until('the picture is back', async () => (await seen('visits.title')).picture);
  assert.equal((await seen('visits.title')).opacity, '0');
  await until('it is drawn again', async () => (await tablet.inWorker(drawnSoFar)) > unseen);
  assert.ok((await coloursIn(tablet, await pictureOf(tablet), await boxOf(await tablet.see('button', words('visits.title'))))) > 8, 'It is drawn.');
});

story('what was kept of the display and cannot be read is as if nothing had been chosen', {}, async (stage) => {
  const county = await stage.county();
  for (const kept of ['{', '{"scheme":7,"text":"much","leftHanded":3}', 'null', '[]']) {
    const tablet = await stage.tablet({ beforePage: `localStorage.setItem('kitbag.display', ${JSON.stringify(kept)})` });
    await tablet.open(county.address);
    await tablet.see('heading', words('set_up.title'));
    assert.equal(await schemeOf(tablet), 'light', kept);
    await tablet.close();
  }
});
