// Tells the browser stories: node tests/web/run.mjs [--browser chromium|firefox] [--only words] [--workers 2] [--times 1]
// The last line is `N passed, N failed`, and the exit code says the same.

import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { browsersKnown } from './harness/open_tablet.mjs';
import { tellStories } from './harness/runner.mjs';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' },
    times: { type: 'string', default: '1' },
  },
});

for (const file of readdirSync(new URL('stories/', import.meta.url)).sort()) {
  if (file.endsWith('.mjs')) await import(`./stories/${file}`);
}
const { passed, failed } = await tellStories({
  browsers: values.browser ? [values.browser] : browsersKnown,
  only: values.only,
  workers: Number(values.workers),
  times: Number(values.times),
});
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
