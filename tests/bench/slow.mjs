// A tablet is slower than the machine that measures. Chromium's own throttling slows the page and not its workers, so the whole
// browser is held to one processor, which it shares with programs that never rest: it gets a quarter of it.

import { execFileSync, spawn } from 'node:child_process';
import { browserOn } from '../web/harness/processes.mjs';

export const othersWhenSlow = 3; // Beside the browser on one processor.

// Every process of the browser that runs on this profile.
export function processesOf(profile) {
  const leader = browserOn(profile);
  return execFileSync('ps', ['-e', '-o', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number)).filter(([, pgid]) => pgid === leader).map(([pid]) => pid);
}

const hold = (processors, pid) => execFileSync('taskset', ['-apc', processors, String(pid)], { stdio: 'ignore' });

export async function onAQuarter(profile, work) {
  for (const pid of processesOf(profile)) hold('0', pid);
  const others = Array.from({ length: othersWhenSlow }, () => spawn('taskset', ['-c', '0', process.execPath, '-e', 'for(;;);'], { stdio: 'ignore' }));
  try {
    return await work();
  } finally {
    for (const other of others) other.kill('SIGKILL');
  }
}

// Gives the browser every processor again.
export function letGo(profile, processors) {
  for (const pid of processesOf(profile)) hold(`0-${processors - 1}`, pid);
}
