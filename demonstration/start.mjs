// A county server with an invented county in it: its files loaded, its advisers enrolled, and three years of visits sent as their tablets would have.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { county } from './county.mjs';
import { makeCounty } from './make.mjs';
import { people } from './names.mjs';
import { Past } from './past.mjs';
import { sendChanges, Writer } from './writer.mjs';

const data = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'data');
const packs = ['school-categorisation-2014.json', 'eyfs-in-primary-schools-2014.json'];
const visitTemplates = path.join(data, 'visit_templates', '2014.json');
export const team = { adviser: 6, early_years_adviser: 5 };

const earlyYearsTeams = ['quality', 'intervention', 'sector_development'];

const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));

// Gives the server's process and its address, once it answers.
async function startServer({ program, site, port, folder, files }) {
  const server = spawn(program, [
    'serve', '--data', path.join(folder, 'county'), '--site', site, '--port', String(port), '--county', county.name, '--authority', county.authority,
    '--register', files['schools.csv'], '--early-years', files['settings.csv'], '--centres', files['centres.csv'],
    '--half-terms', files['half_terms.json'], '--frameworks', path.join(data, 'frameworks'), '--visit-templates', visitTemplates,
    '--alliances', files['alliances.csv'],
  ], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout });
  const address = new Promise((found) => lines.on('line', (line) => line.startsWith('ready: ') && found(line.slice('ready: '.length))));
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`The county's server ended with ${code}.`);
  });
  ended.catch(() => {}); // It is told by whoever waits for the address.
  return { server, address: await Promise.race([address, ended]) };
}

// What tablets and the office ask of that server.
class Office {
  constructor(program, folder, address) {
    this.program = program;
    this.folder = path.join(folder, 'county');
    this.address = address;
  }

  async ask(command, ...args) {
    return (await promisify(execFile)(this.program, [command, '--data', this.folder, ...args])).stdout;
  }

  async newCode(role) {
    return /KTB(-[A-Z0-9]{4,6}){2}/.exec(await this.ask('enrolment-code', '--role', role))[0];
  }

  request = async (method, where, { token, body }) => {
    const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(new URL(where, this.address), { method, headers, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  };

  async enrol(name, role) {
    const { status, body } = await this.request('POST', '/api/enrol', {
      body: { protocol: 1, name, code: await this.newCode(role), device_name: 'The demonstration' },
    });
    if (status !== 200) throw new Error(`${name} was not enrolled: ${status} ${JSON.stringify(body)}`);
    return new Writer(body);
  }
}

// `tell` is given a sentence now and then. Gives how many changes were sent.
async function sendPast(office, invented, { seed, visits, today }, tell) {
  const past = new Past({
    seed, today, halfTerms: invented.calendar.half_terms,
    data: { templates: await readJson(visitTemplates), packs: await Promise.all(packs.map((name) => readJson(path.join(data, 'frameworks', name)))) },
  });
  const names = people[Symbol.iterator]();
  const writers = {};
  for (const [role, count] of Object.entries(team)) {
    writers[role] = [];
    for (let place = 0; place < count; ++place) writers[role].push(await office.enrol(names.next().value, role));
  }
  const head = await office.enrol(names.next().value, 'head_of_service');
  // Half of all visits are in schools, so that each of these is seen oftener.
  const places = [...invented.schools.map((place) => [place, 'adviser']), ...invented.settings.map((place) => [place, 'early_years_adviser'])];
  const counts = { adviser: invented.schools.length, early_years_adviser: invented.settings.length };
  for (const [at, [place, role]] of places.entries()) {
    const writer = writers[role][at % writers[role].length];
    const share = visits / 2 / counts[role];
    past.visitsOf(place, writer, Math.floor(share) + (at % 10 < (share % 1) * 10 ? 1 : 0));
    past.peopleOf(place, writer, role, role === 'adviser' ? '' : earlyYearsTeams[(at % writers[role].length) % earlyYearsTeams.length]);
    if (role !== 'adviser') continue;
    past.ratingsOf(place, writer, head);
    past.inspectionOf(place, writer, invented.inspections[at]);
  }
  let sent = 0;
  for (const writer of [...Object.values(writers).flat(), head]) {
    await sendChanges(office.request, writer, writer.changes);
    sent += writer.changes.length;
    tell(`${sent} changes are with the county.`);
  }
  return sent;
}

// In a folder of its own; a county that is there already is started as it was left. `size`: { seed, schools, settings, centres, visits }.
// Gives { server, address, office, invented, sent }; `sent` is 0 where it was there.
export async function startDemonstration({ program, site, folder, port = 0, size, today = Date.now(), tell = () => {} }) {
  const mark = path.join(folder, 'sent.txt');
  const isNew = !existsSync(mark);
  // Sent again by other tablets it would all be there twice.
  if (isNew && existsSync(path.join(folder, 'county'))) throw new Error(`${folder} was begun and not finished. Delete the folder, and start anew.`);
  const invented = await makeCounty(folder, size, today);
  const { server, address } = await startServer({ program, site, port, folder, files: invented.files });
  const office = new Office(program, folder, address);
  if (!isNew) return { server, address, office, invented, sent: 0 };
  await office.ask('import-inspections', '--inspections', invented.files['inspections.csv'], '--county', county.name);
  await office.ask('settings', '--inspection-rule', invented.files['inspection_rule.json']);
  await office.ask('import-outcomes', '--outcomes', invented.files['outcomes.csv']);
  const sent = await sendPast(office, invented, { ...size, today }, tell);
  await writeFile(mark, `${sent} changes were sent.\n`);
  return { server, address, office, invented, sent };
}
