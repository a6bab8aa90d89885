// One window at a time owns the store: a Web Lock says which. A second one may ask the first, by BroadcastChannel, to save, let
// go and stop.

const lockName = 'kitbag-store';
const patienceMs = 8000;
const channel = new BroadcastChannel('kitbag');

let whenLost = () => {};

// Holds the lock until the window ends or letGo() is called. Gives undefined when another window has it.
function request(options) {
  let held = false;
  return new Promise((resolve, reject) => {
    navigator.locks.request(lockName, options, (lock) => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      held = true;
      return new Promise((letGo) => resolve({ letGo }));
    }).catch((reason) => (held ? whenLost() : reject(reason)));
  });
}

export function claim() {
  return request({ ifAvailable: true });
}

// Asks the other window to stop and waits for its lock; one that does not answer loses it.
export async function takeOver() {
  channel.postMessage('let go');
  const patience = new AbortController();
  const alarm = setTimeout(() => patience.abort(), patienceMs);
  try {
    return await request({ signal: patience.signal });
  } catch {
    return request({ steal: true });
  } finally {
    clearTimeout(alarm);
  }
}

// Another window waited in vain and took the lock: this one must not write any more.
export function whenLockIsLost(act) {
  whenLost = act;
}

export function whenAskedToLetGo(act) {
  channel.onmessage = (event) => {
    if (event.data === 'let go') act();
  };
}
