// The window as the app must know it: size, density, safe areas, the person's text size, the width of a scroll bar.

import { display, textMax, whenDisplayChanges } from './display.mjs';
import { offerHeight, whenOffersChange } from './notice.mjs';

const picture = document.getElementById('picture');
const bridge = document.getElementById('bridge');

function scrollbarWidth() {
  const probe = document.createElement('div');
  probe.style.cssText = 'position:absolute;left:-200px;width:100px;height:100px;overflow:scroll;scrollbar-width:thin';
  document.body.append(probe);
  const width = probe.offsetWidth - probe.clientWidth;
  probe.remove();
  return width;
}

// The part that a soft keyboard leaves in sight. Not while somebody has zoomed in: then the browser pans.
function visibleHeight() {
  const viewport = globalThis.visualViewport;
  const zoomed = !viewport || viewport.scale > 1.01;
  return zoomed ? innerHeight : Math.min(innerHeight, viewport.height);
}

let bar;

export function surroundings() {
  bar ??= scrollbarWidth();
  const safe = getComputedStyle(picture);
  const pixels = (text) => Number.parseFloat(text) || 0;
  const shown = display();
  const width = innerWidth;
  const height = Math.max(1, Math.round(visibleHeight()) - offerHeight());
  for (const element of [picture, bridge]) {
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
  }
  // A person who made the browser's letters larger gets larger ones here.
  const wished = pixels(getComputedStyle(document.documentElement).fontSize) / 16;
  const textScale = Math.min(textMax, Math.max(1, wished * shown.chosen.text));
  document.documentElement.style.setProperty('--letters', textScale); // For plain.css.
  return {
    width,
    height,
    ratio: devicePixelRatio,
    top: pixels(safe.paddingTop),
    right: pixels(safe.paddingRight),
    bottom: pixels(safe.paddingBottom),
    left: pixels(safe.paddingLeft),
    textScale,
    scrollbar: bar,
    display: shown,
  };
}

export function whenTheyChange(tell) {
  const changed = () => tell(surroundings());
  addEventListener('resize', changed);
  whenDisplayChanges(changed);
  whenOffersChange(changed);
  globalThis.visualViewport?.addEventListener('resize', changed);
}
