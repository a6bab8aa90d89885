// Keeps one whole version of the app for use with no connection. A version is installed altogether or not at all, and takes over
// only when the person agrees (updates.mjs): two versions never run mixed. It never touches what the county's server answers.

const BUILD = "__BUILD__";
const ASSETS = __ASSETS__;

const cacheName = `kitbag-${BUILD}`;
const shell = new URL('./', self.location).href;

// A file named by its content is the same wherever it comes from, so the copy that the page has just loaded will do; the others
// come afresh from the server, because a stale one would mix versions.
const namedByContent = /\.[0-9a-f]{10}\./;

function requestFor(path) {
  return new Request(new URL(path, self.location), { cache: namedByContent.test(path) ? 'default' : 'reload' });
}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(ASSETS.map(requestFor))));
});

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('kitbag-') && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

async function answer(request, isPage) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(isPage ? shell : request, { ignoreVary: true });
  return kept ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/api/') || url.pathname === '/healthz') return;
  event.respondWith(answer(request, request.mode === 'navigate'));
});
