// New versions of the app: looked for when Kitbag is opened or seen again, installed beside the one in use, and taken only when the
// person says so and what is being typed has been saved.

import { offer } from './notice.mjs';
import { trustedScript } from './trusted_urls.mjs';
import { words } from './words.mjs';

const patienceMs = 3000; // Some browsers never say that the new version took over.
const lookAgainMs = 60 * 60 * 1000;

function reloadOnce() {
  let done = false;
  return () => {
    if (!done) location.reload();
    done = true;
  };
}

// `saveFirst` resolves when what is being typed is on the disk.
async function useNow(waiting, saveFirst) {
  await saveFirst();
  const reload = reloadOnce();
  navigator.serviceWorker.addEventListener('controllerchange', reload);
  waiting.postMessage('take over');
  setTimeout(reload, patienceMs);
}

function watch(registration, saveFirst) {
  const ready = () => {
    const { waiting } = registration;
    if (waiting && navigator.serviceWorker.controller) offer(words.newVersion, words.useNewVersion, () => useNow(waiting, saveFirst));
  };
  ready();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', ready);
  });
}

export async function keepUpToDate(saveFirst) {
  try {
    const registration = await navigator.serviceWorker.register(trustedScript('./service-worker.js'), { updateViaCache: 'none' });
    watch(registration, saveFirst);
    let looked = performance.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || performance.now() - looked < lookAgainMs) return;
      looked = performance.now();
      registration.update().catch(() => {}); // No connection: it is looked for another time.
    });
  } catch (reason) {
    console.warn('Kitbag cannot be kept for use without a connection.', reason);
  }
}
