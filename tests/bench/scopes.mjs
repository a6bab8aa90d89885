// What a page of changes takes the county's server where a tablet gets the records of some schools only: see scope_bench.cpp.

import { execFileSync } from 'node:child_process';
import { milliseconds, printTable } from './tables.mjs';

export function measureScopes() {
  const measured = JSON.parse(execFileSync('build/release/bin/scope_bench', { encoding: 'utf8' }));
  const beside = `${milliseconds(measured.all_page_ms)}, ${measured.all_pages} pages`;
  printTable('Changes of some schools only, in the server’s processor time', ['what', 'figure', 'limit', 'a tablet that gets all'], [
    [`the longest page, of a county of ${measured.changes} changes`, milliseconds(measured.page_ms), '50 ms', beside],
    [`all ${measured.pages} pages, with ${measured.own_changes} changes`, milliseconds(measured.own_ms), '', milliseconds(measured.all_ms)],
  ]);
}
