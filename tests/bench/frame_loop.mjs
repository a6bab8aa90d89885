// What the app itself takes for a frame in the browser: the worker draws one right after the other, so that neither what the browser does
// around a frame nor what it does meanwhile is in it, and the fastest of many rounds stands still on a machine that is shared. Triangles
// are ordered and not drawn: software WebGL is what no tablet has.

const framesInARound = 60; // The browser's clock is too coarse for one.
const rounds = 25;
const step = 60; // CSS pixels that are scrolled before each frame.

// Runs in the worker before it begins. The module is nobody's but the worker's, but it gives its functions their names as any object would.
export const catchModule = () => {
  Object.defineProperty(Object.prototype, '_kitbag_frame', {
    configurable: true,
    set(value) {
      globalThis.module = this;
      Object.defineProperty(this, '_kitbag_frame', { value, writable: true });
    },
  });
};

// Runs in the worker.
const letDraw = (draw) => {
  globalThis.drawsItself ??= globalThis.module._kitbag_frame;
  globalThis.module._kitbag_frame = draw ? globalThis.drawsItself : () => 0;
};

// What `work` gives while each frame comes to the worker as ever and the app does nothing for it: what is left is the browser's.
export async function withoutDrawing(tablet, work) {
  await tablet.inWorker(letDraw, false);
  const found = await work();
  await tablet.inWorker(letDraw, true);
  return found;
}

// Runs in the page: the part with the most in it, and how far it can be scrolled.
const tallestPart = () => {
  const parts = [...document.querySelectorAll('.scroll')];
  const part = parts.reduce((most, one) => (one.scrollHeight > most.scrollHeight ? one : most));
  return { id: Number(part.dataset.node), end: part.scrollHeight - part.clientHeight };
};

// Runs in the worker.
const drawOn = ({ id, end, framesInARound, rounds, step }) => {
  const { drawElements } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.drawElements = () => {};
  const means = [];
  let offset = 0;
  for (let round = 0; round < rounds; ++round) {
    const began = performance.now();
    for (let frame = 0; frame < framesInARound; ++frame) {
      offset = offset + step > end ? 0 : offset + step;
      globalThis.module._kitbag_scroll(id, offset);
      globalThis.module._kitbag_frame();
    }
    means.push((performance.now() - began) / framesInARound);
  }
  WebGL2RenderingContext.prototype.drawElements = drawElements;
  return means;
};

// Milliseconds for a frame of scrolling, the mean of each round.
export async function measureLoop(tablet) {
  return tablet.inWorker(drawOn, { ...await tablet.inPage(tallestPart), framesInARound, rounds, step });
}

// Runs in the worker: a piece of work with nothing of the app in it, which goes through memory here and there as a frame does. Gives the
// milliseconds that it takes one right after the other.
const makeFixedWork = ({ framesInARound, rounds }) => {
  const words = new Int32Array(100_000);
  const stride = 16_336; // So that the next word is never near.
  let place = 0;
  globalThis.fixedWork = () => {
    for (let step = 0; step < 20_000; ++step) {
      place = (place + stride) % words.length;
      words[place] = Math.imul(words[place], 31) + step;
    }
  };
  const means = [];
  for (let round = 0; round < rounds; ++round) {
    const began = performance.now();
    for (let time = 0; time < framesInARound; ++time) globalThis.fixedWork();
    means.push((performance.now() - began) / framesInARound);
  }
  return means;
};

// Runs in the worker.
const workInFrames = (frames) => new Promise((resolve) => {
  let drawn = 0;
  const draw = () => {
    globalThis.fixedWork();
    if (++drawn < frames) requestAnimationFrame(draw);
    else resolve();
  };
  requestAnimationFrame(draw);
});

// The same work in both ways, so that it is known what a frame costs on this machine for being a frame: other programs have run since the
// last, and the processor finds nothing where it left it. `measure` is given what is to be done and gives what each frame took.
export async function measureFixedWork(tablet, measure) {
  const loop = await tablet.inWorker(makeFixedWork, { framesInARound, rounds });
  return { loop, frames: await measure(() => tablet.inWorker(workInFrames, 150)) };
}
