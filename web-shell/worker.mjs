// The worker that holds the app: it loads the module, gives it files, network, timers and frames, and passes on what the page
// and the app tell each other. It knows of the app only the names listed in app/main_web.cpp.

import createKitbag from './kitbag_web.mjs';
import { ask } from './network.mjs';
import { Files } from './opfs.mjs';

const fonts = ['./atkinson-regular.ttf', './atkinson-bold.ttf'];
const hiddenFrameMs = 250; // A window that nobody sees gets no animation frames, and must still save.
const restoreMs = 3000;

let kitbag;
let files;
let canvas;
let size;
let stopped = false;
let frameAsked = false;
let lateFrame;
let frames = 0;
let restoring;
const timers = new Map();

function stop(kind, reason) {
  if (stopped) return;
  stopped = true;
  for (const timer of timers.values()) clearTimeout(timer);
  postMessage({ type: 'stopped', kind, reason: String(reason?.stack ?? reason) });
}

function call(name, ...given) {
  if (stopped || !kitbag) return 0;
  try {
    return kitbag[name](...given);
  } catch (reason) {
    stop('crashed', reason);
    return 0;
  }
}

// An address and a length, as the module's functions take texts.
function giveBytes(bytes) {
  const address = kitbag._kitbag_allocate(bytes.length);
  kitbag.HEAPU8.set(bytes, address);
  return [address, bytes.length];
}

const giveText = (text) => giveBytes(new TextEncoder().encode(text));

function requestFrame() {
  if (frameAsked || stopped) return;
  frameAsked = true;
  requestAnimationFrame(drawFrame);
  lateFrame = setTimeout(drawFrame, hiddenFrameMs);
}

function drawFrame() {
  if (!frameAsked) return;
  frameAsked = false;
  clearTimeout(lateFrame);
  if (size) {
    [canvas.width, canvas.height] = size; // Clears it, so it is drawn on at once.
    size = undefined;
  }
  if (call('_kitbag_frame')) requestFrame();
  ++frames;
  postMessage({ type: 'frame', frames, settled: !frameAsked });
}

// What the module may ask for: see app/platform/platform_web.cpp.
const platform = {
  requestFrame,
  tellPage: (text) => postMessage({ type: 'page', text }),
  send(id, method, path, token, body, timeoutMs) {
    ask(method, path, token, body, timeoutMs).then((answer) => {
      if (stopped) return;
      call('_kitbag_http', id, answer.status, ...giveText(answer.type), ...giveText(answer.body));
    });
  },
  startTimer(timer, delayMs) {
    clearTimeout(timers.get(timer));
    timers.set(timer, setTimeout(() => {
      timers.delete(timer);
      call('_kitbag_timer', timer);
    }, delayMs));
  },
  stopTimer(timer) {
    clearTimeout(timers.get(timer));
    timers.delete(timer);
  },
  givePicture: (source, bytes) => postMessage({ type: 'shown', source, bytes: bytes.buffer }, [bytes.buffer]),
  askForPersistence: () => postMessage({ type: 'persist' }),
  giveFile: (name, kind, content) => postMessage({ type: 'file', name, kind, content }),
  print: (html) => postMessage({ type: 'print', html }),
  read: (file, at, bytes) => files.read(file, at, bytes),
  write: (file, at, bytes) => files.write(file, at, bytes),
  truncate: (file, bytes) => files.truncate(file, bytes),
  flush: (file) => files.flush(file),
  size: (file) => files.size(file),
};

function watchCanvas() {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    call('_kitbag_graphics_lost');
    restoring = setTimeout(() => postMessage({ type: 'picture', there: false }), restoreMs);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(restoring);
    call('_kitbag_graphics_restored');
    postMessage({ type: 'picture', there: true });
    requestFrame();
  });
}

function resize({ width, height, ratio, top, right, bottom, left, textScale, scrollbar }) {
  size = [Math.max(1, Math.floor(width * ratio)), Math.max(1, Math.floor(height * ratio))];
  call('_kitbag_resize', width, height, ratio, top, right, bottom, left, textScale, scrollbar);
  requestFrame();
}

async function start(message) {
  canvas = message.canvas ?? new OffscreenCanvas(1, 1);
  try {
    files = await Files.open();
  } catch (reason) {
    stop(reason.name === 'NoModificationAllowedError' ? 'storageBusy' : 'noStorage', reason);
    return;
  }
  try {
    const letters = await Promise.all(fonts.map((name) => fetch(new URL(name, import.meta.url)).then((answer) => answer.arrayBuffer())));
    kitbag = await createKitbag({ kitbag: platform });
    kitbag.specialHTMLTargets['#canvas'] = canvas;
    const given = letters.flatMap((bytes) => giveBytes(new Uint8Array(bytes)));
    const picture = kitbag._kitbag_start(...given, ...giveText(message.deviceName));
    resize(message.surroundings);
    watchCanvas();
    postMessage({ type: 'ready', picture: picture === 1 });
  } catch (reason) {
    stop(kitbag ? 'crashed' : 'notLoaded', reason);
  }
}

// What the page tells of its elements: the name of an exported function and its numbers, and the text of edit.
function input(name, id, ...rest) {
  if (name === 'edit') call('_kitbag_edit', id, ...giveText(rest[0]), rest[1]);
  else call(`_kitbag_${name}`, id, ...rest);
  requestFrame();
}

const acts = {
  start,
  input: ({ given }) => input(...given),
  resize: ({ surroundings }) => resize(surroundings),
  photo({ place, jpeg, thumbnail }) {
    call('_kitbag_photo', ...giveText(place), ...giveBytes(new Uint8Array(jpeg)), ...giveBytes(new Uint8Array(thumbnail)));
  },
  photo_news: ({ place, code }) => call('_kitbag_photo_news', ...giveText(place), ...giveText(code)),
  show: ({ source }) => call('_kitbag_show', ...giveText(source)),
  persisted: ({ granted }) => call('_kitbag_persistence', granted ? 1 : 0),
  visible: () => call('_kitbag_visible'),
  hidden({ tell }) {
    call('_kitbag_hidden');
    if (tell) postMessage({ type: 'saved' });
  },
  release() {
    call('_kitbag_hidden');
    stopped = true;
    files?.close();
    postMessage({ type: 'released' });
  },
};

onmessage = ({ data }) => acts[data.type](data);
