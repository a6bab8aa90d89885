// The files of the tablet's stores, as synchronous access handles of the origin's private file system. All are opened once, before
// the app starts; everything after that is immediate. Which store is whose is the app's business. Runs in the worker.

const storesMax = 6; // As in core/storage/store_shelf.h. The first was there before there were others, and has no number.
const folderName = (store) => (store === 1 ? 'kitbag' : `kitbag-${store}`);
const fileNames = ['kitbag.db', 'kitbag.db-wal', 'kitbag.db-journal', 'kitbag.key', 'kitbag.label']; // In the order of PoolFile.
const longestWaitMs = 6000;
const lossesMax = 20; // In one run: a device that fails so often is not to be trusted any more.

const lost = -1;
const noRoom = -2;

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

async function openAll() {
  const root = await navigator.storage.getDirectory();
  return Promise.all(Array.from({ length: storesMax }, (_, index) => openStore(root, index + 1)));
}

export class Files {
  #handles; // Of each store, its files.
  #whenBack;
  #opening = false; // Again, because they were taken away.
  #losses = 0;
  #closed = false;

  // The browser may take all handles away, as when its own process for files ends. Then they are opened again, and `whenBack` is
  // called: what SQLite could not write meanwhile was not committed, and is written anew by whoever still has it.
  static async open(whenBack) {
    const files = new Files();
    files.#handles = await openAll();
    files.#whenBack = whenBack;
    return files;
  }

  async #openAgain() {
    if (this.#opening || this.#closed || this.#losses >= lossesMax) return;
    this.#opening = true;
    ++this.#losses;
    this.#letGo();
    try {
      this.#handles = await openAll();
      if (this.#closed) this.#letGo(); // Another window asked for them meanwhile.
      else this.#whenBack();
    } catch {
      // They stay lost until somebody tries to write again; the app says so meanwhile.
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
    return this.#attempt(() => this.#handles[store - 1][file].read(bytes, { at }));
  }

  write(store, file, at, bytes) {
    return this.#attempt(() => this.#handles[store - 1][file].write(bytes, { at }));
  }

  truncate(store, file, size) {
    return this.#attempt(() => (this.#handles[store - 1][file].truncate(size), 0));
  }

  flush(store, file) {
    return this.#attempt(() => (this.#handles[store - 1][file].flush(), 0));
  }

  size(store, file) {
    return this.#attempt(() => this.#handles[store - 1][file].getSize());
  }

  close() {
    this.#closed = true;
    this.#letGo();
  }

  #letGo() {
    for (const handle of this.#handles.flat()) handle.close(); // Of one that is closed already it does nothing.
  }
}
