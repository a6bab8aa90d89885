// How long searching 50,000 notes in an encrypted store takes, natively and as WebAssembly in node, each beside a scan with LIKE of
// the same store in the same run.

import { execFileSync } from 'node:child_process';
import { milliseconds, printTable } from './tables.mjs';

function row(where, figures) {
  const ms = (microseconds) => milliseconds(microseconds / 1000);
  return [`a search, ${where}, p50 / p99 / most`, `${ms(figures.p50_us)} / ${ms(figures.p99_us)} / ${ms(figures.most_us)}`, 'p50 under 10 ms',
    ms(figures.scan_p50_us), `${(figures.p50_us / figures.scan_p50_us).toFixed(3)} of it`];
}

export function measureNoteSearches() {
  const measured = (command, given) => JSON.parse(execFileSync(command, given, { encoding: 'utf8' }));
  const native = measured('build/release/bin/note_search_bench', []);
  const wasm = measured(process.execPath, ['build/wasm/bin/note_search_bench.cjs']);
  printTable(`${native.searches} searches of ${native.notes} notes, encrypted, each the fastest of 3 goes; up to ${native.most_found} found`,
    ['what', 'figure', 'limit', 'looking through them with LIKE, p50', 'ratio of p50'],
    [row('native', native), row('WebAssembly', wasm)]);
  console.log(`The slowest: ${native.slowest} (native), ${wasm.slowest} (WebAssembly).`);
}
