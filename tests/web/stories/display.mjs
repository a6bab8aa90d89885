// How the tablet looks: as it is set, until a person has chosen; then as chosen, also after a restart.

import assert from 'node:assert/strict';
import { ada, setUp } from '../harness/adviser.mjs';
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
