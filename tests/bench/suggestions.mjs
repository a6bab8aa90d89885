// How long a suggestion takes with all its ways out, natively and as WebAssembly in node: the same program, built by the
// release and the wasm preset from the libraries that the county server and the app are made of.

import { execFileSync } from 'node:child_process';
import { printTable } from './tables.mjs';

const fine = (microseconds) => `${(microseconds / 1000).toFixed(3)} ms`;

function row(where, limit, figures) {
  const times = (value, reference) => `${(value / reference).toFixed(3)} of it`;
  return [`a suggestion, ${where}, p50 / p99 / most`, `${fine(figures.p50_us)} / ${fine(figures.p99_us)} / ${fine(figures.most_us)}`,
    fine(figures.first_us), limit, fine(figures.reading_p50_us), times(figures.p50_us, figures.reading_p50_us)];
}

export function measureSuggestions() {
  const measured = (command, given) => JSON.parse(execFileSync(command, given, { encoding: 'utf8' }));
  const native = measured('build/release/bin/suggestion_bench', []);
  const wasm = measured(process.execPath, ['build/wasm/bin/suggestion_bench.cjs']);
  printTable(`${native.boards} boards of 17 aspects, each the fastest of 5 goes`,
    ['what', 'figure', 'the very first', 'limit', 'reading the criteria, p50', 'ratio of p50'],
    [row('native', '1 ms', native), row('WebAssembly', '3 ms', wasm)]);
  console.log(`The slowest boards: ${native.slowest} (native), ${wasm.slowest} (WebAssembly).`);
}
