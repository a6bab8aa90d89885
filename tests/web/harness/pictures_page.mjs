// A page for a person: the pictures of this run beside those of the run before, with those that differ first and marked.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pictures, picturesBefore } from './camera.mjs';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 sans-serif; }
body { margin: 24px; }
nav { position: sticky; top: 0; padding: 8px 0; background: Canvas; }
label { margin-right: 16px; }
article { margin: 24px 0; border-top: 1px solid; padding-top: 8px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start; }
img { max-width: 100%; max-height: 90vh; border: 1px solid; }
h2 { font-size: 18px; margin: 0 0 8px; }
`;

// Runs in the page: shows only what is wanted.
const script = `
const show = () => {
  const scheme = document.getElementById('scheme').value;
  const changed = document.getElementById('changed').checked;
  for (const one of document.querySelectorAll('article'))
    one.hidden = (scheme !== '' && one.dataset.scheme !== scheme) || (changed && one.dataset.state === 'same');
};
document.querySelector('nav').addEventListener('change', show);
`;

function stateOf(name) {
  const before = path.join(picturesBefore, name);
  if (!existsSync(before)) return 'new';
  return readFileSync(before).equals(readFileSync(path.join(pictures, name))) ? 'same' : 'changed';
}

function article({ name, state }) {
  const scheme = name.replace(/^.*-(\w+)\.png$/, '$1');
  const image = (folder) => `<a href="${folder}${name}"><img loading="lazy" alt="" src="${folder}${name}"></a>`;
  const before = state === 'new' ? '<p>There was none.</p>' : image('../pictures-before/');
  return `<article data-scheme="${scheme}" data-state="${state}"><h2>${name} · ${state}</h2>
<div class="pair"><div>Before ${before}</div><div>Now ${image('')}</div></div></article>`;
}

// Gives how many of each state there are.
export function writePicturesPage() {
  const found = readdirSync(pictures).filter((name) => name.endsWith('.png')).sort().map((name) => ({ name, state: stateOf(name) }));
  const first = [...found.filter(({ state }) => state !== 'same'), ...found.filter(({ state }) => state === 'same')];
  const counts = Object.fromEntries(['new', 'changed', 'same'].map((state) => [state, found.filter((one) => one.state === state).length]));
  writeFileSync(path.join(pictures, 'index.html'), `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Kitbag’s pictures</title>
<style>${style}</style><h1>Kitbag’s pictures</h1>
<nav><label>Scheme <select id="scheme"><option value="">All</option><option>light</option><option>dark</option><option>contrast</option></select></label>
<label><input type="checkbox" id="changed"> Only what differs</label> ${counts.changed} changed, ${counts.new} new, ${counts.same} the same</nav>
${first.map(article).join('\n')}<script>${script}</script></html>\n`);
  return counts;
}
