// Programs that a story starts. Each leads a process group of its own, so that it can be ended with all that it started and
// nothing else can be hit.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const running = new Set();

// A run that is interrupted leaves nothing behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const program of running) signalGroup(program.process.pid, 'SIGKILL');
    process.exit(1);
  });
}

export class Program {
  lines = [];

  constructor(file, args, options = {}) {
    this.process = spawn(file, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    this.ended = once(this.process, 'exit');
    this.ended.catch((reason) => this.lines.push(String(reason))).finally(() => running.delete(this));
    running.add(this);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.lines.push(line));
    }
  }

  get running() {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  async stop(signal = 'SIGTERM', patienceMs = 10_000) {
    if (!this.running) return;
    signalGroup(this.process.pid, signal);
    const alarm = setTimeout(() => signalGroup(this.process.pid, 'SIGKILL'), patienceMs);
    await this.ended;
    clearTimeout(alarm);
  }
}

export function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch (reason) {
    if (reason.code !== 'ESRCH') throw reason;
  }
}

// The leader of the browser that runs on this profile folder: a folder that a story made, so nobody else's browser.
export function browserOn(profile) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let words = [];
    try {
      words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
      continue; // It ended while we looked.
    }
    const ours = words.some((word) => word === `--user-data-dir=${profile}` || word === profile);
    if (ours && !words.some((word) => word.startsWith('--type='))) return Number(pid);
  }
  return undefined;
}

// True while any process of the group lives.
export function groupLives(leader) {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}
