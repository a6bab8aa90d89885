// The four files of the store, as synchronous access handles of the origin's private file system. Opened once, before the app
// starts; everything after that is immediate. Runs in the worker.

const folderName = 'kitbag';
const fileNames = ['kitbag.db', 'kitbag.db-wal', 'kitbag.db-journal', 'kitbag.key']; // In the order of PoolFile.
const longestWaitMs = 6000;

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

export class Files {
  #handles;

  static async open() {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(folderName, { create: true });
    const files = new Files();
    files.#handles = [];
    for (const name of fileNames) files.#handles.push(await openHandle(folder, name));
    return files;
  }

  #attempt(act) {
    try {
      return act();
    } catch (reason) {
      return reason.name === 'QuotaExceededError' ? noRoom : lost;
    }
  }

  read(file, at, bytes) {
    return this.#attempt(() => this.#handles[file].read(bytes, { at }));
  }

  write(file, at, bytes) {
    return this.#attempt(() => this.#handles[file].write(bytes, { at }));
  }

  truncate(file, size) {
    return this.#attempt(() => (this.#handles[file].truncate(size), 0));
  }

  flush(file) {
    return this.#attempt(() => (this.#handles[file].flush(), 0));
  }

  size(file) {
    return this.#attempt(() => this.#handles[file].getSize());
  }

  close() {
    for (const handle of this.#handles) this.#attempt(() => (handle.close(), 0));
  }
}
