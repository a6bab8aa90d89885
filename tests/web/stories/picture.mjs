// The picture: letters of every script, fonts that do not arrive, and a tablet that takes the drawing away or never had it.

import assert from 'node:assert/strict';
import { ada, ashmere, beginVisit, openPart, openSchool, readyForOffline, search, setUp, unlock } from '../harness/adviser.mjs';
import { boxOf, coloursIn, differing, pictureOf } from '../harness/pixels.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

const isPlain = (tablet) => tablet.inPage(() => document.body.classList.contains('plain'));
const restMs = 300;

// The screen as it is when nothing moves any more.
async function restingPicture(tablet) {
  let picture = await pictureOf(tablet);
  await until('the picture is at rest', async () => {
    await new Promise((resolve) => setTimeout(resolve, restMs));
    const before = picture;
    picture = await pictureOf(tablet);
    return before === picture;
  });
  return picture;
}

// Whether the browser itself draws two letters unlike each other: it may have no font for either.
const browserTellsApart = ([one, other]) => {
  const drawn = [one, other].map((text) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    context.font = '40px sans-serif';
    context.fillText(text, 10, 60);
    return context.getImageData(0, 0, 200, 100).data.join();
  });
  return drawn[0] !== drawn[1];
};

const letters = { Greek: ['ΩΩ', 'ΨΨ'], Russian: ['ЖЖ', 'ЩЩ'], Chinese: ['学学', '校校'], smiles: ['😀😀', '😎😎'] };

story('a note in Greek, Russian, Chinese or with an emoji is drawn in letters, not in signs for missing ones', { browsers: ['chromium', 'firefox'] }, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'details');
  const field = await tablet.see('textbox', words('visit.focus'));
  const box = await boxOf(field);
  for (const [script, pair] of Object.entries(letters)) {
    const pictures = [];
    for (const text of pair) {
      await tablet.write('textbox', words('visit.focus'), text, { slowly: false });
      await tablet.keys('Tab'); // Now the picture shows it, and no longer the page's own editor.
      pictures.push(await restingPicture(tablet));
    }
    const drawnApart = (await differing(tablet, ...pictures, box)) > 0.0005;
    const known = await tablet.inPage(browserTellsApart, pair);
    if (script === 'Greek' || script === 'Russian') assert.ok(known, `The browser has ${script} letters.`);
    assert.equal(drawnApart, known, `${script}: two letters are told apart exactly where the browser's own fonts tell them apart.`);
  }
});

const failures = {
  'atkinson-regular': (route) => route.fulfill({ status: 500, body: 'No.' }),
  'atkinson-bold': async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ contentType: 'font/ttf', body: body.subarray(0, body.length / 2) });
  },
  icons: (route) => route.abort(),
};

story('a font file that does not arrive whole: the app starts all the same, and can be read', {}, async (stage) => {
  const county = await stage.county();
  for (const [name, fail] of Object.entries(failures)) {
    const tablet = await stage.tablet();
    await tablet.context.route(new RegExp(`/${name}\\.[0-9a-f]+\\.ttf`), fail);
    await setUp(tablet, county, ada, await county.newCode());
    assert.equal(await tablet.inPage(() => document.getElementById('notice').hidden), true, name);
    assert.equal(await isPlain(tablet), false, name);
    const picture = await restingPicture(tablet);
    for (const [role, called] of [['heading', words('schools.title')], ['button', ashmere]]) {
      const box = await boxOf(await tablet.see(role, called));
      assert.ok((await coloursIn(tablet, picture, box)) > 8, `With ${name} missing, the ${role} ${called} has letters.`);
    }
    await openSchool(tablet, 'ashmere', ashmere);
  }
});

story('a font that was kept damaged is done without once, and whole at the start after', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet();
  await setUp(tablet, county, ada);
  await readyForOffline(tablet);
  const kept = (change) => tablet.inPage(async (damage) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const font = (await cache.keys()).find((request) => request.url.includes('atkinson-regular'));
      if (damage) await cache.put(font, new Response(new Uint8Array(2000)));
      return (await (await cache.match(font)).arrayBuffer()).byteLength;
    }
    return 0;
  }, change);
  const whole = await kept(false);
  assert.equal(await kept(true), 2000);
  await county.stop();
  await tablet.reload();
  await unlock(tablet, ada); // No connection: the letters are the browser's own.
  assert.equal(await kept(false), 2000);
  await county.start();
  await tablet.reload();
  await unlock(tablet, ada);
  assert.equal(await kept(false), whole);
});

// Runs in the worker before it begins: what the app draws with can be taken away by the story.
const rememberContext = () => {
  const original = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function getContext(kind, ...rest) {
    const made = original.call(this, kind, ...rest);
    if (kind === 'webgl2' && made) globalThis.drawnWith = made;
    return made;
  };
};

const loseInWorker = () => {
  globalThis.taken = globalThis.drawnWith.getExtension('WEBGL_lose_context');
  globalThis.taken.loseContext();
};

async function typeUnfinishedNote(tablet, county) {
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await tablet.seeNone('textbox', words('visit.focus')); // Its aspects are shown: no field of the details is left to type in.
  await openPart(tablet, 'details');
  await (await tablet.see('textbox', words('visit.focus'))).add(' and writing');
  await tablet.seeText(words('visit.saved'));
}

story('the tablet takes the drawing away and gives it back: the picture is the same, and what was being typed is there', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforeWorker: rememberContext });
  await typeUnfinishedNote(tablet, county);
  const before = await restingPicture(tablet);
  await tablet.inWorker(loseInWorker);
  await until('the drawing is lost', () => tablet.inWorker(() => globalThis.drawnWith.isContextLost()));
  await (await tablet.see('textbox', words('visit.focus'))).add('!');
  await tablet.keys('Backspace');
  await tablet.inWorker(() => globalThis.taken.restoreContext());
  await until('the picture is as it was', async () => (await pictureOf(tablet)) === before);
  await tablet.seeValue('textbox', words('visit.focus'), 'Reading and writing');
  assert.equal(await isPlain(tablet), false);
});

const scrolled = (tablet) => tablet.inPage(() => [...document.querySelectorAll('.scroll')].map((part) => part.scrollTop));
const scrollBack = (tablet, tops) => tablet.inPage((to) => document.querySelectorAll('.scroll').forEach((part, at) => { part.scrollTop = to[at]; }), tops);

story('the tablet takes the drawing away for good: after three seconds the elements show, work, and bring the picture back', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforeWorker: rememberContext });
  await typeUnfinishedNote(tablet, county);
  await tablet.keys('Tab');
  const before = await restingPicture(tablet);
  const tops = await scrolled(tablet);
  await tablet.inPage(() => { globalThis.sameStart = true; });
  await tablet.inWorker(loseInWorker);
  await tablet.seeText(pageWords.pictureLost);
  assert.equal(await isPlain(tablet), true);
  await (await tablet.see('textbox', words('visit.focus'))).add('!');
  await tablet.keys('Backspace');
  await openPart(tablet, 'aspects');
  await openPart(tablet, 'details');
  await tablet.seeValue('textbox', words('visit.focus'), 'Reading and writing');
  await tablet.press('button', pageWords.pictureAgain);
  await until('there is a picture again', async () => !(await isPlain(tablet)));
  assert.ok(await tablet.inPage(() => globalThis.sameStart), 'Nothing was loaded anew.');
  await tablet.see('textbox', words('visit.focus'));
  await scrollBack(tablet, tops); // While there was an offer, less was seen, and what had the focus was kept in sight.
  const after = await restingPicture(tablet);
  const box = await boxOf(await tablet.see('textbox', words('visit.focus')));
  assert.ok((await differing(tablet, before, after, box)) < 0.02, 'The field is drawn as it was.');
});

const noneToGive = () => { delete HTMLCanvasElement.prototype.transferControlToOffscreen; };
const noneAtAll = () => {
  delete globalThis.OffscreenCanvas;
  if (globalThis.HTMLCanvasElement) delete HTMLCanvasElement.prototype.transferControlToOffscreen;
};
const noneInWorker = () => {
  const original = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function getContext(kind, ...rest) {
    return kind === 'webgl2' ? null : original.call(this, kind, ...rest);
  };
};
const pageDraws = (tablet) => tablet.inPage(() => Boolean(document.querySelector('#picture canvas').getContext('webgl2')));

// The same screen drawn by the page as by the worker, on a tablet that never had the one and on one that has.
async function drawsTheSame(stage, options) {
  const county = await stage.county();
  const pictures = [];
  for (const each of [{}, options]) {
    const tablet = await stage.tablet(each);
    await setUp(tablet, county, ada, await county.newCode());
    await search(tablet, 'a');
    await tablet.keys('Tab');
    pictures.push(await restingPicture(tablet));
    if (each === options) {
      assert.equal(await isPlain(tablet), false);
      assert.ok(await pageDraws(tablet));
      assert.ok((await differing(tablet, ...pictures)) < 0.002, 'Both pictures are alike.');
      await openSchool(tablet, 'ashmere', ashmere);
      return tablet;
    }
  }
  return undefined;
}

story('a browser that gives no canvas to a worker: the page draws the same picture', { browsers: ['chromium', 'firefox'] }, async (stage) => {
  await drawsTheSame(stage, { beforePage: noneToGive });
});

story('a browser without OffscreenCanvas: the page draws the same picture, and again when it was taken away', {}, async (stage) => {
  const tablet = await drawsTheSame(stage, { beforePage: noneAtAll, beforeWorker: noneAtAll });
  const before = await restingPicture(tablet);
  await tablet.inPage(() => {
    globalThis.taken = document.querySelector('#picture canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    globalThis.taken.loseContext();
  });
  await stays('the picture is shown', async () => !(await isPlain(tablet)), 500);
  await tablet.inPage(() => globalThis.taken.restoreContext());
  await until('the picture is as it was', async () => (await pictureOf(tablet)) === before);
  await tablet.inPage(() => globalThis.taken.loseContext());
  await tablet.seeText(pageWords.pictureLost);
  await tablet.press('button', pageWords.pictureAgain);
  await until('the picture is as it was on a new canvas', async () => (await pictureOf(tablet)) === before);
});

story('a browser whose workers have no WebGL2: the page draws the same picture', {}, async (stage) => {
  await drawsTheSame(stage, { beforeWorker: noneInWorker });
});

story('neither OffscreenCanvas nor WebGL2: the app works by its real elements, made visible', {}, async (stage) => {
  const county = await stage.county();
  const args = ['--disable-3d-apis', '--disable-gpu', '--disable-software-rasterizer'];
  const tablet = await stage.tablet({ graphics: false, args, beforePage: noneAtAll, beforeWorker: noneAtAll });
  await setUp(tablet, county, ada);
  assert.equal(await isPlain(tablet), true);
  await openSchool(tablet, 'ashmere', ashmere);
});

story('no font and nothing to draw letters with: the real elements are made visible', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforePage: noneAtAll, beforeWorker: noneAtAll });
  await tablet.context.route(/\/atkinson-regular\.[0-9a-f]+\.ttf/, (route) => route.fulfill({ status: 500, body: 'No.' }));
  await setUp(tablet, county, ada);
  assert.equal(await isPlain(tablet), true);
  await openSchool(tablet, 'ashmere', ashmere);
});

// Runs in the worker before it begins: counts frames and pictures, and what WebGL is asked. An answer comes when all before it is drawn.
const watchDrawing = () => {
  globalThis.drawing = { frames: 0, pictures: 0, questions: [] };
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (draw) => request.call(globalThis, (...given) => {
    ++globalThis.drawing.frames;
    draw(...given);
  });
  const gl = WebGL2RenderingContext.prototype;
  const hear = (name, act) => {
    const original = gl[name];
    gl[name] = function heard(...given) {
      act();
      return original.apply(this, given);
    };
  };
  hear('clear', () => { ++globalThis.drawing.pictures; });
  const free = ['isContextLost', 'getUniformLocation']; // The one is answered at once, the other asked before anything is drawn.
  const questions = Object.getOwnPropertyNames(gl).filter((name) => /^(get|is|readPixels|finish|checkFramebuffer)/.test(name));
  for (const name of questions.filter((name) => !free.includes(name))) hear(name, () => globalThis.drawing.questions.push(name));
};

story('a picture is drawn without waiting for an answer of the browser, and not again while it stays the same', {}, async (stage) => {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforeWorker: watchDrawing });
  await setUp(tablet, county, ada);
  await openSchool(tablet, 'ashmere', ashmere);
  const drawing = () => tablet.inWorker(() => globalThis.drawing);
  await restingPicture(tablet);
  const { frames, pictures } = await drawing();
  assert.ok(pictures > 0);
  await tablet.inPage(() => dispatchEvent(new Event('resize'))); // The window is as it was.
  await until('there was a frame', async () => (await drawing()).frames > frames);
  assert.equal((await drawing()).pictures, pictures, 'The same picture is not drawn twice.');
  await tablet.keys('Tab');
  await until('the ring is drawn', async () => (await drawing()).pictures > pictures);
  assert.deepEqual((await drawing()).questions, []);
});
