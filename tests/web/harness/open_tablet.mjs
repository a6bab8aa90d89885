// A tablet with one of the two browsers, switched on.

import { ChromiumTablet } from './chromium_tablet.mjs';
import { FirefoxTablet } from './firefox_tablet.mjs';

const kinds = { chromium: ChromiumTablet, firefox: FirefoxTablet };
export const browsersKnown = Object.keys(kinds);

export async function openTablet(browser, profile, options) {
  const tablet = new kinds[browser](profile, options);
  await tablet.launch();
  return tablet;
}
