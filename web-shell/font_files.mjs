// Fetches the app's typefaces. One that does not arrive, or not whole, is asked for once more past every copy that was kept, and then done
// without: the app draws its letters with the browser's fonts, and the next start tries again. A file's name holds a part of its hash.

const namedHash = /\.([0-9a-f]{10})\.ttf$/;
const nothing = new Uint8Array();

async function isWhole(address, bytes) {
  const wanted = namedHash.exec(address.pathname)?.[1];
  if (!wanted) return bytes.length > 0;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('').startsWith(wanted);
}

// None when it did not come whole.
async function fetched(address, asked, cache) {
  try {
    const answer = await fetch(asked, { cache });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answer.ok && (await isWhole(address, bytes)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

// The copy kept for use with no connection (service-worker.js) may be the bad one.
async function replaceKept(address, bytes) {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (await cache.match(address)) await cache.put(address, new Response(bytes, { headers: { 'Content-Type': 'font/ttf' } }));
  }
}

// Bytes; none of them when the file cannot be had.
export async function fetchFont(path) {
  const address = new URL(path, import.meta.url);
  const bytes = await fetched(address, address, 'default');
  if (bytes) return bytes;
  const past = new URL(address);
  past.search = '?again'; // No copy is kept under this address.
  const again = await fetched(address, past, 'reload');
  if (again) await replaceKept(address, again).catch(() => {});
  return again ?? nothing;
}
