// Lets the crash machine run on: node tests/web/crash/run.mjs [--kills 2000] [--seed 1] [--workers 2]
// Each round of kills has a profile and a seed of its own. The last line is `N passed, N failed`.

import { parseArgs } from 'node:util';
import { tellStories } from '../harness/runner.mjs';
import { declareRound } from './round.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: '2' },
  },
});

const killsARound = 100;
let seed = Number(values.seed);
for (let left = Number(values.kills); left > 0; left -= killsARound) declareRound(Math.min(left, killsARound), seed++);
const { passed, failed } = await tellStories({ browsers: ['chromium'], only: '', workers: Number(values.workers), times: 1 });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
