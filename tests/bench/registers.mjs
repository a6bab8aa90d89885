// How long the register's files take to read, natively: see register_bench.cpp.

import { execFileSync } from 'node:child_process';
import { printTable } from './tables.mjs';

export function measureRegisters() {
  const list = 'data/register/cambridgeshire-ofsted-childcare-2021.csv';
  const measured = JSON.parse(execFileSync('build/release/bin/register_bench', [list], { encoding: 'utf8' }));
  const seconds = (value) => `${value.toFixed(2)} s`;
  printTable('Reading the register', ['what', 'figure', 'limit', 'reading the large file’s bytes'], [
    [`a GIAS-like file of ${(measured.bytes / 1e6).toFixed(0)} MB, ${measured.schools} schools of the county in it`,
      seconds(measured.england_s), '3 s', `${seconds(measured.plain_s)} (${(measured.england_s / measured.plain_s).toFixed(1)} of it)`],
    ['the most memory of the program meanwhile', `${(measured.peak_kb / 1000).toFixed(0)} MB`, '50 MB', ''],
    [`Ofsted’s list of ${measured.settings} providers`, seconds(measured.providers_s), '1 s', ''],
  ]);
}
