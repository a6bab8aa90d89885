// What the browser must have. Gives the words to show instead of the app, or nothing when all is there.

import { words } from './words.mjs';

export async function findObstacle() {
  if (!globalThis.isSecureContext) return words.insecure;
  const modern = 'serviceWorker' in navigator && 'locks' in navigator && 'storage' in navigator
    && typeof WebAssembly === 'object' && typeof BroadcastChannel === 'function' && 'inert' in HTMLElement.prototype;
  if (!modern) return words.tooOld;
  if (!navigator.storage.getDirectory) return words.noStorage;
  try {
    await navigator.storage.getDirectory();
  } catch {
    return words.noStorage;
  }
  return undefined;
}
