// What a frame takes of a processor in the app's worker, from the browser's own trace: unlike time by the clock it holds nothing of what
// else the machine does, nor waiting for software WebGL. And what is drawn and made meanwhile, counted, which is the same on every machine.

import { graphicsOf, processorTime } from './processor_time.mjs';

const microsecondsInMs = 1000;

async function trace(tablet, work) {
  const client = await tablet.context.browser().newBrowserCDPSession();
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
  await work();
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  return events;
}

// Runs in the worker, once.
const countDrawing = () => {
  if (globalThis.drawn) return;
  globalThis.drawn = { pictures: 0, calls: 0, corners: 0, bytes: 0 };
  const gl = WebGL2RenderingContext.prototype;
  const count = (name, add) => {
    const original = gl[name];
    gl[name] = function counted(...given) {
      add(...given);
      return original.apply(this, given);
    };
  };
  count('clear', () => { ++globalThis.drawn.pictures; });
  count('drawElements', (kind, corners) => {
    ++globalThis.drawn.calls;
    globalThis.drawn.corners += corners;
  });
  count('bufferData', (kind, bytes) => { globalThis.drawn.bytes += bytes.byteLength; });
};
const takeDrawn = () => {
  const before = globalThis.drawn;
  globalThis.drawn = { pictures: 0, calls: 0, corners: 0, bytes: 0 };
  return before;
};

// Runs in the page, once.
const countElements = () => {
  if (globalThis.elementsMade !== undefined) return;
  globalThis.elementsMade = 0;
  const make = document.createElement;
  document.createElement = function counted(...given) {
    ++globalThis.elementsMade;
    return make.apply(this, given);
  };
};
const takeElements = () => {
  const before = globalThis.elementsMade;
  globalThis.elementsMade = 0;
  return before;
};

// Milliseconds for each frame and for each message from the page; what was drawn and made; and how long the browser's process for
// graphics was running.
export async function measureWorker(tablet, profile, work) {
  await tablet.inWorker(countDrawing);
  await tablet.inPage(countElements);
  await tablet.inWorker(takeDrawn);
  await tablet.inPage(takeElements);
  const graphicsBefore = processorTime(graphicsOf(profile));
  const events = await trace(tablet, work);
  const graphics = processorTime(graphicsOf(profile)) - graphicsBefore;
  const names = new Map(events.filter(({ name }) => name === 'thread_name').map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name]));
  const ours = ({ pid, tid }) => names.get(`${pid} ${tid}`)?.startsWith('DedicatedWorker');
  const times = (wanted) => events.filter((one) => one.name === wanted && one.ph === 'X' && ours(one)).map(({ tdur }) => tdur / microsecondsInMs);
  return {
    frames: times('FireAnimationFrame'), messages: times('HandlePostMessage'), graphics,
    drawn: await tablet.inWorker(takeDrawn), elements: await tablet.inPage(takeElements),
  };
}
