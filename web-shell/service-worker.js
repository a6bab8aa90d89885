// Keeps whole versions of the app for use with no connection. A version is installed altogether or not at all, and takes over
// only when the person agrees or nothing is open (updates.mjs): two versions never run mixed. The one before is kept beside it: until the
// new one has started once it may have to give way, and a page of the one before that is still open finds its files. It never touches
// what the county's server answers.

const BUILD = "__BUILD__";
const ASSETS = __ASSETS__;
const CONTENTS = __CONTENTS__;

const nameOf = (build) => `kitbag-${build}`;
const notesCache = 'kitbag-notes';
const notesAddress = new URL('./notes-of-the-service-worker', self.location).href;
const shell = new URL('./', self.location).href;
const startsMax = 3; // Pages of a version that never said that it started, before it has to give way.

// A file named by its content is the same wherever it comes from, so the copy that the page has just loaded will do; the others
// come afresh from the server, because a stale one would mix versions.
const namedByContent = /\.[0-9a-f]{10}\./;

function requestFor(path) {
  return new Request(new URL(path, self.location), { cache: namedByContent.test(path) ? 'default' : 'reload' });
}

// A server that has just been given another version may answer with that one's page: nothing is installed then, and it is tried again.
async function checkContent(cache, [path, expected]) {
  const answer = await cache.match(new URL(path, self.location));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== expected) throw new TypeError(`${path} belongs to another version.`);
}

async function install() {
  const cache = await caches.open(nameOf(BUILD));
  await cache.addAll(ASSETS.map(requestFor));
  await Promise.all(Object.entries(CONTENTS).map((entry) => checkContent(cache, entry)));
}

self.addEventListener('install', (event) => event.waitUntil(install()));

// What must outlive this worker: { build, before, started, failed, starts }. `before` is the last version that is known to start.
let kept;

async function notes() {
  kept ??= await (await (await caches.open(notesCache)).match(notesAddress))?.json() ?? {};
  return kept;
}

async function note(change) {
  kept = { ...await notes(), ...change };
  await (await caches.open(notesCache)).put(notesAddress, new Response(JSON.stringify(kept)));
}

async function begin() {
  const { build, before, started } = await notes();
  const names = (await caches.keys()).filter((name) => name.startsWith('kitbag-') && name !== notesCache);
  if (build !== BUILD) {
    const another = names.find((name) => name !== nameOf(BUILD))?.slice('kitbag-'.length); // Of a version that kept no notes.
    const good = (started ? build : before) ?? build ?? another;
    await note({ build: BUILD, before: good, started: false, failed: false, starts: 0 });
  }
  const wanted = [nameOf(BUILD), nameOf(kept.before)];
  await Promise.all(names.filter((name) => !wanted.includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('activate', (event) => event.waitUntil(begin()));

// True when the page is of this version, and not one of the version before that is still open.
async function isOurs(main) {
  return Boolean(await (await caches.open(nameOf(BUILD))).match(main));
}

const hears = {
  async started(main) {
    const { started, failed } = await notes();
    if (!started && !failed && await isOurs(main)) await note({ started: true });
    return { rolledBack: Boolean(failed) };
  },
  async 'not started'(main) {
    const { started, before } = await notes();
    if (started || !before || !await isOurs(main)) return { rolledBack: false };
    await note({ failed: true });
    return { rolledBack: true };
  },
};

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
  const hear = hears[event.data?.type];
  if (hear) event.waitUntil(hear(event.data.main).then((answer) => event.ports[0].postMessage(answer)));
});

// A page that dies before it can say anything is counted.
async function countStart() {
  const { started, failed, before, starts } = await notes();
  if (started || failed || !before) return;
  await note({ starts: starts + 1, failed: starts >= startsMax });
}

async function answer(request, isPage) {
  if (isPage) await countStart();
  const { failed, before } = await notes();
  const [first, second] = failed ? [before, BUILD] : [BUILD, before];
  const wanted = isPage ? shell : request;
  const inOne = async (build) => build && (await caches.open(nameOf(build))).match(wanted, { ignoreVary: true });
  // What is named by its content is the same in every version that has it.
  const found = await inOne(first) ?? (namedByContent.test(request.url) ? await inOne(second) : undefined);
  return found ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (/^\/(api|healthz|sign-in)(\/|$)/.test(url.pathname)) return;
  event.respondWith(answer(request, request.mode === 'navigate'));
});
