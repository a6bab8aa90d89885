// Keeps one whole version of the app for use with no connection. A version is installed altogether or not at all, and takes over
// only when the person agrees (updates.mjs): two versions never run mixed. It never touches what the county's server answers.

const BUILD = "__BUILD__";
const ASSETS = __ASSETS__;

const cacheName = `kitbag-${BUILD}`;
const shell = new URL('./', self.location).href;

self.addEventListener('install', (event) => {
  // Every file afresh from the server: a stale one from the browser's own cache would mix versions.
  const requests = ASSETS.map((path) => new Request(new URL(path, self.location), { cache: 'reload' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(requests)));
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
