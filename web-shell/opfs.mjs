// The files of the tablet's stores, as synchronous access handles of the origin's private file system. Those of the stores that are
// there are opened before the app starts, and those of one place more; everything after that is immediate. A place that was never
// opened reads as empty. Which store is whose is the app's business. Runs in the worker.

const storesMax = 6; // As in core/storage/store_shelf.h. The first was there before there were others, and has no number.
const stores = Array.from({ length: storesMax }, (_, index) => index + 1);
const folderName = (store) => (store === 1 ? 'kitbag' : `kitbag-${store}`);
const fileNames = ['kitbag.db', 'kitbag.db-wal', 'kitbag.db-journal', 'kitbag.key', 'kitbag.label']; // In the order of PoolFile.
const longestWaitMs = 6000;
const triesMax = 3; // To open what was taken away; then a new worker may get what this one does not.
const lossesMax = 20; // In one run: a device that fails so often is not to be trusted any more.

const lost = -1;
const noRoom = -2;

const isEmpty = (handles) => handles.every((handle) => handle.getSize() === 0);
const closeAll = (handles) => handles.flat().forEach((handle) => handle?.close()); // Of one that is closed already it does nothing.
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A run before this one may not have let go yet, so a refused handle is asked for again, less and less often.
async function openHandle(folder, name) {
  const file = await folder.getFileHandle(name, { create: true });
  const last = performance.now() + longestWaitMs;
  for (let wait = 20; ; wait *= 2) {
    try {
      return await file.createSyncAccessHandle();
    } catch (reason) {
      const passing = reason.name === 'NoModificationAllowedError' || reason.name === 'InvalidStateError';
      if (!passing || performance.now() + wait > last) throw reason;
      await pause(wait);
    }
  }
}

async function openStore(root, store) {
  const folder = await root.getDirectoryHandle(folderName(store), { create: true });
  return Promise.all(fileNames.map((name) => openHandle(folder, name)));
}

// The files of each store that is there; undefined of those that are not.
async function openThere() {
  const root = await navigator.storage.getDirectory();
  const there = new Set(await Array.fromAsync(root.keys()));
  return Promise.all(stores.map((store) => (there.has(folderName(store)) ? openStore(root, store) : undefined)));
}

export class Files {
  #handles; // Of each store, its files; undefined of a place that was never opened.
  #spare = 0; // The empty place; 0 when there is none.
  #whenBack;
  #whenGone;
  #opening = false; // Again, because they were taken away.
  #losses = 0;
  #closed = false;

  // The browser may take all handles away, as when its own process for files ends. Then they are opened again, and `whenBack` is
  // called: what SQLite could not write meanwhile was not committed, and is written anew by whoever still has it. `whenGone` is
  // called when this worker cannot open them.
  static async open(whenBack, whenGone) {
    const files = new Files();
    await files.#open();
    files.#whenBack = whenBack;
    files.#whenGone = whenGone;
    return files;
  }

  async #open() {
    this.#handles = await openThere();
    await this.#openSpare();
  }

  // One place is always ready for another store, unless all are taken. A full disk may have no room for one: that stops nobody who
  // has a store.
  async #openSpare() {
    const root = await navigator.storage.getDirectory();
    const all = this.#handles;
    const empty = all.findIndex((handles) => !handles || isEmpty(handles));
    this.#spare = empty + 1;
    if (empty < 0 || all[empty]) return;
    try {
      const handles = await openStore(root, this.#spare);
      if (all === this.#handles && !this.#closed) all[empty] = handles;
      else closeAll(handles);
    } catch (reason) {
      if (!all.some(Boolean)) throw reason;
    }
  }

  async #openPatiently() {
    for (let tries = 1; ; ++tries) {
      try {
        return await this.#open();
      } catch (reason) {
        if (tries === triesMax || this.#closed) throw reason;
        await pause(tries * 250);
      }
    }
  }

  async #openAgain() {
    if (this.#opening || this.#closed || this.#losses >= lossesMax) return;
    this.#opening = true;
    ++this.#losses;
    closeAll(this.#handles);
    try {
      await this.#openPatiently();
      if (this.#closed) closeAll(this.#handles); // Another window asked for them meanwhile.
      else this.#whenBack();
    } catch {
      // They stay lost until somebody tries to write again or the page starts anew; the app says so meanwhile.
      if (!this.#closed) this.#whenGone();
    } finally {
      this.#opening = false;
    }
  }

  #attempt(act) {
    try {
      return act();
    } catch (reason) {
      if (reason.name === 'QuotaExceededError') return noRoom;
      this.#openAgain();
      return lost;
    }
  }

  read(store, file, at, bytes) {
    return this.#attempt(() => this.#handle(store, file)?.read(bytes, { at }) ?? 0);
  }

  write(store, file, at, bytes) {
    return this.#attempt(() => this.#handleToWrite(store, file).write(bytes, { at }));
  }

  truncate(store, file, size) {
    return this.#attempt(() => (this.#handle(store, file)?.truncate(size), 0));
  }

  flush(store, file) {
    return this.#attempt(() => (this.#handle(store, file)?.flush(), 0));
  }

  size(store, file) {
    return this.#attempt(() => this.#handle(store, file)?.getSize() ?? 0);
  }

  close() {
    this.#closed = true;
    closeAll(this.#handles);
  }

  #handle(store, file) {
    return this.#handles[store - 1]?.[file];
  }

  // The place that is filled needs an empty one beside it: that is looked for when this write is done. One that was never opened
  // counts as taken away.
  #handleToWrite(store, file) {
    if (store === this.#spare) this.#fillSpare();
    return this.#handles[store - 1][file];
  }

  #fillSpare() {
    this.#spare = 0;
    this.#openSpare().catch(() => {}); // The next start tries again.
  }
}
