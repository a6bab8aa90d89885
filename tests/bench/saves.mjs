// How long a save takes inside the app's worker, from its first write to the end of its last flush. The store is
// synchronous, so whatever it does for one message lies between two turns of the worker. Both functions run in the worker.

export const watchSaves = () => {
  globalThis.saveTimes = [];
  let began;
  let ended;
  const handle = FileSystemSyncAccessHandle.prototype;
  for (const name of ['write', 'truncate', 'flush']) {
    const original = handle[name];
    handle[name] = function timed(...given) {
      if (began === undefined) {
        began = performance.now();
        queueMicrotask(() => {
          if (ended !== undefined) globalThis.saveTimes.push(ended - began);
          began = ended = undefined;
        });
      }
      const answer = original.apply(this, given);
      if (name === 'flush') ended = performance.now();
      return answer;
    };
  }
};

export const measureReferenceSaves = async () => {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle('bench-reference', { create: true });
  const handle = await file.createSyncAccessHandle();
  const page = new Uint8Array(4096);
  const times = [];
  for (let time = 0; time < 200; ++time) {
    crypto.getRandomValues(page);
    const began = performance.now();
    handle.write(page, { at: 0 });
    handle.flush();
    times.push(performance.now() - began);
  }
  handle.close();
  await folder.removeEntry('bench-reference');
  return times;
};
