// Other releases of the app, made from the site that was built: the same app, of which some files, and all that name them, have another
// content and so other names. `change` may alter the text of a file on the way: (name without its hash, text) => text.

import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { site } from './places.mjs';

const altered = ['words', 'worker'];

const hashOf = (text, length) => createHash('sha256').update(text).digest('hex').slice(0, length);

async function replaceFile(folder, name, text) {
  await writeFile(path.join(folder, name), text);
  await rm(path.join(folder, `${name}.br`), { force: true });
}

// Makes the release called `version` in `folder`.
export async function makeRelease(folder, version, change = (_, text) => text) {
  await cp(site, folder, { recursive: true });
  const renamed = new Map();
  const withNewNames = (text) => [...renamed].reduce((whole, [before, after]) => whole.replaceAll(before, after), text);
  const names = await readdir(folder);
  const modules = names.filter((name) => /\.[0-9a-f]{10}\.mjs$/.test(name));
  const plain = (name) => name.split('.')[0];
  for (const name of await inOrder(folder, modules)) {
    const before = await readFile(path.join(folder, name), 'utf8');
    const mark = altered.includes(plain(name)) ? `// Release ${version}.\n` : '';
    const text = mark + change(plain(name), withNewNames(before));
    if (text === before) continue;
    const after = name.replace(/\.[0-9a-f]{10}\./, `.${hashOf(text, 10)}.`);
    renamed.set(name, after);
    await rm(path.join(folder, name));
    await rm(path.join(folder, `${name}.br`), { force: true });
    await writeFile(path.join(folder, after), text);
  }
  const page = change('index', withNewNames(await readFile(path.join(folder, 'index.html'), 'utf8')))
    .replace('</title>', `</title><meta name="release" content="${version}">`);
  await replaceFile(folder, 'index.html', page);
  const worker = withNewNames(await readFile(path.join(folder, 'service-worker.js'), 'utf8'))
    .replace(/"\.\/": "[0-9a-f]{64}"/, `"./": "${hashOf(page, 64)}"`);
  await replaceFile(folder, 'service-worker.js', worker.replace(/const BUILD = "[0-9a-f]+"/, `const BUILD = "${hashOf(worker, 16)}"`));
  return folder;
}

// Modules, each after those that it refers to.
async function inOrder(folder, modules) {
  const texts = new Map();
  for (const name of modules) texts.set(name, await readFile(path.join(folder, name), 'utf8'));
  const done = [];
  const visit = (name) => {
    if (done.includes(name)) return;
    for (const other of modules) {
      if (other !== name && texts.get(name).includes(other)) visit(other);
    }
    done.push(name);
  };
  modules.forEach(visit);
  return done;
}
