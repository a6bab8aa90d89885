// Stories and how they are run: a few at a time, each with folders and processes of its own that end with it. A story that
// fails leaves its pictures and logs in build/test-artefacts/.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CountyServer } from './county_server.mjs';
import { openTablet } from './open_tablet.mjs';
import { top } from './places.mjs';

const stories = [];
const longestStoryMs = 240_000;

// Declares a story. `browsers` says where it is told; what it needs it asks of the stage it is given.
export function story(sentence, options, tell) {
  stories.push({ browsers: ['chromium'], longestMs: longestStoryMs, ...options, sentence, tell });
}

// What one telling of a story may ask for. Everything asked for here ends with the story.
class Stage {
  #endings = [];
  #tablets = [];

  constructor(browser, folder) {
    this.browser = browser;
    this.folder = folder;
  }

  async county(options = {}) {
    const server = new CountyServer(path.join(this.folder, `county-${this.#endings.length}`), options);
    this.#endings.push(() => server.stop());
    await server.start();
    return server;
  }

  // A tablet is a browser with a profile of its own, which stays when the browser ends.
  async tablet(options = {}) {
    const profile = path.join(this.folder, `profile-${this.#endings.length}`);
    const tablet = await openTablet(this.browser, profile, options);
    this.#tablets.push(tablet);
    this.#endings.push(() => tablet.close());
    return tablet;
  }

  atEnd(ending) {
    this.#endings.push(ending);
  }

  // What must hold in every story, whatever it is about.
  checkManners() {
    for (const tablet of this.#tablets) tablet.checkManners();
  }

  async keepEvidence(folder) {
    await mkdir(folder, { recursive: true });
    for (const [number, tablet] of this.#tablets.entries()) {
      await tablet.picture(path.join(folder, `tablet-${number + 1}.png`)).catch(() => {});
      const outline = await tablet.outline().catch((reason) => `No outline: ${reason}`);
      await writeFile(path.join(folder, `tablet-${number + 1}.txt`), `${tablet.lines.join('\n')}\n\n${outline}\n`);
    }
  }

  async end() {
    for (const ending of this.#endings.reverse()) await ending().catch((reason) => console.error(`At the end: ${reason}`));
  }
}

async function tellOne(told, browser) {
  const stage = new Stage(browser, await mkdtemp(path.join(tmpdir(), 'kitbag-web-')));
  const began = performance.now();
  let failure;
  let alarm;
  const tooLong = new Promise((_, reject) => {
    alarm = setTimeout(() => reject(new Error(`It took longer than ${told.longestMs / 1000} s.`)), told.longestMs);
  });
  try {
    await Promise.race([told.tell(stage), tooLong]);
    stage.checkManners();
  } catch (reason) {
    failure = reason;
    const name = `${browser}-${told.sentence.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}`;
    await stage.keepEvidence(path.join(top, 'build', 'test-artefacts', name)).catch(() => {});
  }
  clearTimeout(alarm);
  await stage.end();
  await rm(stage.folder, { recursive: true, force: true, maxRetries: 5 });
  return { failure, seconds: (performance.now() - began) / 1000 };
}

// Tells the stories whose sentence contains `only`, `workers` at a time, and gives how many passed and failed.
export async function tellStories({ browsers, only, workers, times }) {
  const waiting = [];
  for (let time = 0; time < times; ++time) {
    for (const browser of browsers) {
      for (const told of stories) {
        const wanted = told.browsers.includes(browser) && told.sentence.toLowerCase().includes(only.toLowerCase());
        if (wanted) waiting.push({ told, browser });
      }
    }
  }
  waiting.sort((a, b) => b.told.longestMs - a.told.longestMs);
  let passed = 0;
  let failed = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { failure, seconds } = await tellOne(next.told, next.browser);
      failure ? ++failed : ++passed;
      console.log(`${failure ? 'FAILED' : 'passed'}  ${seconds.toFixed(1).padStart(5)} s  ${next.browser}: ${next.told.sentence}`);
      if (failure) console.log(`    ${String(failure.stack ?? failure).replaceAll('\n', '\n    ')}`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { passed, failed };
}
