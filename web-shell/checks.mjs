// What the browser must have. Gives the words to show instead of the app, or nothing when all is there.

import { words } from './words.mjs';

// A program of one function that uses a register of 128 bits, as the app's cipher does.
const wide = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);

export async function findObstacle() {
  if (!globalThis.isSecureContext) return words.insecure;
  const modern = 'serviceWorker' in navigator && 'locks' in navigator && 'storage' in navigator
    && typeof WebAssembly === 'object' && typeof BroadcastChannel === 'function' && 'inert' in HTMLElement.prototype
    && WebAssembly.validate(wide);
  if (!modern) return words.tooOld;
  if (!navigator.storage.getDirectory) return words.noStorage;
  try {
    await navigator.storage.getDirectory();
  } catch {
    return words.noStorage;
  }
  return undefined;
}
