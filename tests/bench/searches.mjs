// The list of a real county's 1,316 schools and early years settings, filtered as one types: what a keystroke takes of a processor in the
// app's worker. A plain page that filters the same names in a list of real buttons is the reference.

import path from 'node:path';
import { ada, setUp } from '../web/harness/adviser.mjs';
import { CountyServer } from '../web/harness/county_server.mjs';
import { openTablet } from '../web/harness/open_tablet.mjs';
import { realProviders, realRegister } from '../web/harness/places.mjs';
import { pause } from '../web/harness/waiting.mjs';
import { words } from '../web/harness/words.mjs';
import { printTable, quantile } from './tables.mjs';
import { measureWorker } from './worker_time.mjs';

const establishments = 257 + 1059;
const typed = ['primary', 'childminder', 'st', 'cambridge', 'nursery', 'ely'];
const keyEveryMs = 120;
const settledMs = 1000;
const slowdown = 4;

// Runs in the page. Gives how many keys were pressed.
const typeWords = async ({ field, texts, everyMs }) => {
  const element = document.querySelector(field);
  element.focus();
  let keys = 0;
  for (const text of texts) {
    element.select();
    for (const letter of text) {
      document.execCommand('insertText', false, letter);
      ++keys;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }
  return keys;
};

// Runs in a plain page: the time of each key, with the layout that it leads to.
const filterPlainly = ({ names, texts }) => {
  document.body.innerHTML = '<ul></ul>';
  const list = document.querySelector('ul');
  const folded = names.map((name) => name.toLowerCase());
  const times = [];
  for (const text of texts) {
    for (let length = 1; length <= text.length; ++length) {
      const wanted = text.slice(0, length);
      const began = performance.now();
      list.replaceChildren(...names.filter((_, place) => folded[place].includes(wanted)).map((name) => {
        const item = document.createElement('li');
        const button = item.appendChild(document.createElement('button'));
        button.textContent = name;
        return item;
      }));
      list.getBoundingClientRect();
      times.push(performance.now() - began);
    }
  }
  return times;
};

async function namesOf(tablet) {
  await tablet.write('searchbox', words('schools.search_or_setting'), '');
  const rows = tablet.page.getByRole('listitem').getByRole('button');
  const seen = await rows.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? button.innerText));
  return Array.from({ length: establishments }, (_, place) => `${seen[place % seen.length]} ${place}`);
}

async function measurePlain(tablet, names) {
  const page = await tablet.context.newPage();
  await page.goto('data:text/html,<title>Plain</title>');
  await page.evaluate(filterPlainly, { names, texts: typed });
  const times = await page.evaluate(filterPlainly, { names, texts: typed });
  await page.close();
  return times;
}

export async function measureSearches(folder) {
  const profile = path.join(folder, 'profile');
  const county = new CountyServer(path.join(folder, 'county'), {
    register: { register: realRegister, providers: realProviders, county: 'Cambridgeshire', authority: '873', schools: establishments },
  });
  await county.start();
  const tablet = await openTablet('chromium', profile, {});
  try {
    await setUp(tablet, county, ada);
    const given = { field: 'input[type=search]', texts: typed, everyMs: keyEveryMs };
    await tablet.inPage(typeWords, given); // Once before, so that the browser has compiled what is to be measured.
    let keys = 0;
    const worker = await measureWorker(tablet, profile, async () => {
      keys = await tablet.inPage(typeWords, given);
      await pause(settledMs);
    });
    report(worker, keys, await measurePlain(tablet, await namesOf(tablet)));
  } finally {
    await tablet.close();
    await county.stop();
  }
}

function report({ frames, messages }, keys, plain) {
  const total = [...frames, ...messages].reduce((sum, time) => sum + time, 0) / keys;
  const fine = (values, times = 1) => [0.5, 0.95].map((share) => (times * quantile(values, share)).toFixed(2)).join(' / ');
  const mean = plain.reduce((sum, time) => sum + time, 0) / plain.length;
  printTable(`A key in the search of ${establishments} schools and settings, the worker’s processor time, ms`, ['what', 'figure', 'four times that', 'limit', 'a plain page’s list'], [
    [`all of it for one of ${keys} keys, mean`, total.toFixed(2), (slowdown * total).toFixed(2), 'under 16', `${mean.toFixed(2)} (${(total / mean).toFixed(2)} of it)`],
    ['a message from the page, p50 / p95', fine(messages), fine(messages, slowdown), '', ''],
    ['a frame, p50 / p95', fine(frames), fine(frames, slowdown), '', fine(plain)],
  ]);
  console.log(`Reference: the same words among as many names, the list made anew for each key and laid out.`);
}
