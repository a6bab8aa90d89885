// One round of the crash machine as a story.

import { story } from '../harness/runner.mjs';
import { CrashMachine } from './machine.mjs';

const longestKillMs = 12_000; // With all that belongs to it, on a machine with other work.

function figures({ kills, killed, memory }, seed) {
  const byKind = Object.entries(kills).map(([kind, count]) => `${kind} ${count}`).join(', ');
  const { ms, characters } = memory.longestMissing;
  return `crash machine: seed ${seed}, ${killed} kills (${byKind}), ${memory.checked} fields checked, most missing ${ms} ms and `
    + `${characters} characters; again: ./dev torture --seed ${seed} --kills ${killed}`;
}

export function declareRound(kills, seed) {
  story('a browser that is killed again and again keeps all that the app called saved', { longestMs: 60_000 + kills * longestKillMs }, async (stage) => {
    const machine = new CrashMachine(stage, seed);
    try {
      await machine.setUp();
      while (machine.killed < kills) await machine.cycle();
      await machine.finish();
    } finally {
      console.log(figures(machine, seed));
    }
  });
}
