// How long the browser's renderer processes were running, from what the kernel counts for each of their threads.

import { readFileSync, readdirSync } from 'node:fs';
import { processesOf } from './slow.mjs';

const nanosecondsInMs = 1e6;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

const ofType = (profile, type) => processesOf(profile).filter((pid) => read(`/proc/${pid}/cmdline`).includes(`--type=${type}`));

export function renderersOf(profile) {
  return ofType(profile, 'renderer');
}

// Where software WebGL draws, and the browser puts its window together.
export function graphicsOf(profile) {
  return ofType(profile, 'gpu-process');
}

// The renderer that the app runs in: the one with a worker. The browser keeps others of its own beside it.
export function appRenderersOf(profile) {
  const hasWorker = (pid) => threadsOf(pid).some((thread) => read(`/proc/${pid}/task/${thread}/comm`).startsWith('DedicatedWorker'));
  return renderersOf(profile).filter(hasWorker);
}

// Milliseconds of processor time that these processes have had so far.
export function processorTime(pids) {
  const ofThread = (pid, thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] || 0);
  const times = pids.flatMap((pid) => threadsOf(pid).map((thread) => ofThread(pid, thread)));
  return times.reduce((sum, time) => sum + time, 0) / nanosecondsInMs;
}
