// The store of a browser that has ended, as its profile has it on the disk: Chromium keeps each file of the private file system as it
// is, under a number. Which is which is seen by how it begins. tests/support/store_reader.cpp says what is in them.

import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { storeReader } from '../harness/places.mjs';

const walMagic = [0x377f0682, 0x377f0683];
const names = { database: 'kitbag.db', wal: 'kitbag.db-wal', key: 'kitbag.key' };

function kindOf(bytes) {
  if (bytes.length === 0) return undefined;
  if (bytes.subarray(0, 11).toString('latin1') === 'kitbag-key-') return 'key';
  if (bytes.length >= 32 && walMagic.includes(bytes.readUInt32BE(0))) return 'wal';
  return bytes.length % 4096 === 0 ? 'database' : undefined;
}

export class StoredFiles {
  constructor(profile, folder) {
    this.home = path.join(profile, 'Default', 'File System');
    this.folder = folder;
  }

  // The content of the store: see store_reader.cpp.
  async read(passphrase) {
    await this.#copy();
    return JSON.parse(await this.#ask('read', passphrase));
  }

  // What the app finds next is a store of the schema before the newest, which it has to bring up to date.
  async makeOlder(passphrase) {
    const found = await this.#copy();
    await this.#ask('older', passphrase);
    for (const [kind, file] of Object.entries(found)) await copyFile(path.join(this.folder, names[kind]), file);
  }

  async #copy() {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    const found = {};
    for (const entry of await readdir(this.home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/^\d{8}$/.test(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file);
      const kind = kindOf(bytes);
      if (!kind) continue;
      if (found[kind]) throw new Error(`Two files of the profile look like a ${kind}: ${found[kind]} and ${file}.`);
      found[kind] = file;
      await writeFile(path.join(this.folder, names[kind]), bytes);
    }
    if (!found.database || !found.key) throw new Error(`The profile has no store: ${JSON.stringify(found)}`);
    return found;
  }

  async #ask(verb, passphrase) {
    const { stdout } = await promisify(execFile)(storeReader, [verb, this.folder, passphrase], { maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  }
}
