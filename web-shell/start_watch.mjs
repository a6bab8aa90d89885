// Sees to it that a release whose page cannot even run gives way to the one before. It is loaded apart from the rest and needs none of it,
// so that it runs whatever is wrong there.

import { tellNotStarted } from './release_news.mjs';

let told = false;

async function giveWay() {
  if (told || document.documentElement.dataset.begun) return;
  told = true;
  if (await tellNotStarted()) location.reload();
}

document.getElementById('main').addEventListener('error', giveWay); // A part of it did not arrive.
addEventListener('error', giveWay); // It makes no sense to this browser, or failed at once.
