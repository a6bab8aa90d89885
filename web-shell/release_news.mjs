// What the page and its service worker tell each other of the release that the page belongs to. The worker knows a page's release by
// the address of its main module: that is named by its content and by that of all it leads to.

const patienceMs = 2000;

const main = () => document.getElementById('main').src;

// The worker's answer; nothing where there is none, because it is an older one.
function ask(worker, type) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, patienceMs);
    worker.postMessage({ type, main: main() }, [port2]);
  });
}

// The app is there. Gives true when it is the release before the newest, because that one could not start.
export async function tellStarted() {
  const { active } = await navigator.serviceWorker.ready; // At the first visit it is being installed still.
  return Boolean((await ask(active, 'started'))?.rolledBack);
}

// Gives true when there is a release before this one: it is what the next start of the page shows.
export async function tellNotStarted() {
  const { controller } = navigator.serviceWorker ?? {};
  return Boolean(controller && (await ask(controller, 'not started'))?.rolledBack);
}
