// The worker that holds the app: it loads the module, gives it files, network, timers and frames, and passes on what the page
// and the app tell each other. It knows of the app only the names listed in app/main_web.cpp.

import { fetchFont } from './font_files.mjs';
import { Glyphs } from './glyphs.mjs';
import createKitbag from './kitbag_web.mjs';
import { ask } from './network.mjs';
import { Files } from './opfs.mjs';
import { Parcel } from './picture_parcel.mjs';
import { PictureRenderer } from './picture_renderer.mjs';

const fonts = ['./atkinson-regular.ttf', './atkinson-bold.ttf', './icons.ttf'];
// A window that nobody sees gets no animation frames, and must still save; nor does a worker of some older browsers.
const lateFrameMs = globalThis.requestAnimationFrame ? 250 : 16;
const restoreMs = 3000;
const changesNothing = new Set(['scroll', 'hover']); // No element waits for an answer to these.

let kitbag;
let files;
let stopped = false;
let frameAsked = false;
let lateFrame;
let frames = 0;
let drawing = false;
let told; // What the frame that is being drawn has told the page so far.
let heard = 0; // How much of what the page tells has reached the app: until it has heard of an edit, the page has the newer text.
let answerOwed = false; // The page has told more since it heard last that the app has nothing more to draw.
let standing = {}; // As the page heard it last.
let restoring;
let pictureIsSeen = true;
let chosen; // A file that somebody chose, read piece by piece while it is looked at.
const added = []; // The pieces of a file that is being made, each a Blob: the browser may keep those on the disk.
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
  globalThis.requestAnimationFrame?.(drawFrame);
  lateFrame ??= setTimeout(drawLate, lateFrameMs); // One for all frames meanwhile, and not one for each.
}

function drawLate() {
  lateFrame = undefined;
  drawFrame();
}

function drawFrame() {
  if (!frameAsked) return;
  frameAsked = false;
  told = undefined;
  drawing = true;
  const more = call('_kitbag_frame');
  drawing = false;
  if (more) requestFrame();
  ++frames;
  const settled = !frameAsked;
  const now = settled && { atWork: call('_kitbag_at_work'), unsent: call('_kitbag_unsent') };
  const nothingNew = settled && !answerOwed && told === undefined && now.atWork === standing.atWork && now.unsent === standing.unsent;
  if (nothingNew) return; // Most frames of scrolling: a message wakes the page, which is at work for the finger.
  answerOwed = !settled;
  if (settled) standing = now;
  postMessage({ type: 'frame', frames, heard, text: told, settled, ...now }); // One message for all.
}

function tellPage(text) {
  if (drawing) told = text;
  else postMessage({ type: 'page', text, heard });
}

function chosenRead(at, bytes) {
  try {
    const piece = new FileReaderSync().readAsArrayBuffer(chosen.slice(at, at + bytes.length));
    if (piece.byteLength !== bytes.length) return false;
    bytes.set(new Uint8Array(piece));
    return true;
  } catch {
    return false; // It was moved, or the stick it is on was pulled out.
  }
}

// What the module may ask for: see app/platform/*_web.cpp.
const platform = {
  glyphs: new Glyphs(),
  picture: undefined, // What draws: a PictureRenderer of the worker's own, or a Parcel for the page.
  requestFrame,
  tellPage,
  send(id, method, path, token, body, timeoutMs) {
    ask(method, path, token, body, timeoutMs).then((answer) => {
      if (stopped) return;
      call('_kitbag_http', id, answer.status, ...giveText(answer.type), ...giveBytes(answer.body));
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
  askForRoom: () => navigator.storage.estimate?.().then(({ usage, quota }) => call('_kitbag_room', usage ?? 0, quota ?? 0), () => {}),
  giveFile: (name, kind, content) => postMessage({ type: 'file', name, kind, content }),
  addToFile: (piece) => added.push(new Blob([piece])),
  giveAddedFile: (name, kind) => postMessage({ type: 'file', name, kind, content: new Blob(added.splice(0)) }),
  dropFile: () => added.splice(0),
  keepDisplay: (scheme, text, leftHanded) => postMessage({ type: 'display', chosen: { scheme, text, leftHanded: Boolean(leftHanded) } }),
  keepTexts: (sealed) => postMessage({ type: 'texts', sealed }),
  print: (html) => postMessage({ type: 'print', html }),
  read: (store, file, at, bytes) => files.read(store, file, at, bytes),
  write: (store, file, at, bytes) => files.write(store, file, at, bytes),
  truncate: (store, file, bytes) => files.truncate(store, file, bytes),
  flush: (store, file) => files.flush(store, file),
  size: (store, file) => files.size(store, file),
  chosenSize: () => chosen?.size ?? -1,
  chosenRead,
  forgetChosen: () => { chosen = undefined; },
};

const tellPicture = (state) => postMessage({ type: 'picture', state });

// Everything is drawn anew by `renderer`, while anybody sees it.
function drawWith(renderer) {
  platform.picture = renderer;
  call('_kitbag_pictures', renderer && pictureIsSeen ? 1 : 0);
  requestFrame();
}

function canvasWorks(renderer) {
  clearTimeout(restoring);
  drawWith(renderer);
  tellPicture('there');
}

// A canvas that the worker cannot draw on, or none, is the page's affair.
function takeCanvas(canvas) {
  clearTimeout(restoring);
  const mine = (work) => () => platform.picture === renderer && work();
  const renderer = canvas && PictureRenderer.on(canvas, {
    lost: mine(() => {
      call('_kitbag_pictures', 0);
      restoring = setTimeout(tellPicture, restoreMs, 'lost');
    }),
    restored: mine(() => canvasWorks(renderer)),
  });
  if (renderer) canvasWorks(renderer);
  else tellPicture('none');
}

function resize({ width, height, ratio, top, right, bottom, left, textScale, scrollbar, display }) {
  call('_kitbag_resize', width, height, ratio, top, right, bottom, left, textScale, scrollbar);
  call('_kitbag_display', display.scheme, display.still ? 1 : 0, display.chosen.scheme, display.chosen.text, display.chosen.leftHanded ? 1 : 0);
  requestFrame();
}

// What is being typed is saved at once, and what could not be sent or fetched is tried again.
function filesAreBack() {
  call('_kitbag_hidden');
  call('_kitbag_visible');
}

async function start(message) {
  try {
    files = await Files.open(filesAreBack, () => postMessage({ type: 'filesGone' }));
  } catch (reason) {
    stop(reason.name === 'NoModificationAllowedError' ? 'storageBusy' : 'noStorage', reason);
    return;
  }
  try {
    const letters = await Promise.all(fonts.map(fetchFont));
    kitbag = await createKitbag({ kitbag: platform });
    const readable = kitbag._kitbag_start(...letters.flatMap(giveBytes), ...giveText(message.deviceName));
    if (message.texts) call('_kitbag_take_texts', ...giveText(message.texts));
    resize(message.surroundings);
    if (readable) takeCanvas(message.canvas);
    else tellPicture('unreadable');
    postMessage({ type: 'ready' });
  } catch (reason) {
    stop(kitbag ? 'crashed' : 'notLoaded', reason);
  }
}

// What the page tells of its elements: the name of an exported function and its numbers, and the text of edit.
function input(name, id, ...rest) {
  ++heard; // Before, because it is in what the app answers.
  if (!changesNothing.has(name)) answerOwed = true;
  if (name === 'edit') call('_kitbag_edit', id, ...giveText(rest[0]), rest[1]);
  else if (name === 'file') {
    chosen = id;
    call('_kitbag_file');
  } else call(`_kitbag_${name}`, id, ...rest);
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
  online: () => call('_kitbag_online'),
  canvas: ({ canvas }) => takeCanvas(canvas),
  drawOnPage: () => drawWith(new Parcel()),
  renew: () => drawWith(platform.picture),
  seen({ seen }) {
    if (seen === pictureIsSeen) return;
    pictureIsSeen = seen;
    if (kitbag) drawWith(platform.picture);
  },
  hidden({ tell }) {
    call('_kitbag_hidden');
    if (tell) postMessage({ type: 'saved' });
  },
  handOn() {
    call('_kitbag_hand_on_texts');
    postMessage({ type: 'handedOn' });
  },
  release() {
    call('_kitbag_hidden');
    stopped = true;
    files?.close();
    postMessage({ type: 'released' });
  },
};

onmessage = ({ data }) => acts[data.type](data);
