// Counters of what happens when nothing should: put into the page and into the worker before they load. They
// wrap the browser's own functions, so that the app needs no door for tests.

// Runs in the page or in the worker.
export const countRest = () => {
  const counters = { frames: 0, timers: 0 };
  globalThis.restCounters = counters;
  const counting = (name, counter) => {
    const original = globalThis[name];
    if (!original) return;
    globalThis[name] = (work, ...rest) => original.call(globalThis, (...given) => {
      ++counters[counter];
      return work(...given);
    }, ...rest);
  };
  counting('requestAnimationFrame', 'frames');
  counting('setTimeout', 'timers');
  counting('setInterval', 'timers');
};

export async function countersOf(tablet) {
  return {
    page: await tablet.inPage(() => ({ ...globalThis.restCounters })),
    worker: await tablet.inWorker(() => ({ ...globalThis.restCounters })),
  };
}
