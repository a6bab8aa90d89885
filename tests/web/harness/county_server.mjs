// The real county server, on a data folder of its own, with the invented county of Wendshire unless a story asks for another.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { frameworks, halfTerms, inventedProviders, inventedRegister, realRegister, serverProgram, site, visitTemplates } from './places.mjs';
import { Program } from './processes.mjs';
import { until } from './waiting.mjs';

const counties = {
  wendshire: { register: inventedRegister, county: 'Wendshire', authority: '999', schools: 10 },
  wendshire_with_settings: { register: inventedRegister, providers: inventedProviders, county: 'Wendshire', authority: '999', schools: 14 },
  cambridgeshire: { register: realRegister, county: 'Cambridgeshire', authority: '873', schools: 257 },
};

export class CountyServer {
  #program;
  #port = 0;

  // `calendar`: half terms of a story's own, in the place of those that Kitbag carries. `register`: a county like those above.
  constructor(folder, { county = 'wendshire', siteFolder = site, calendar, register } = {}) {
    this.folder = folder;
    this.about = register ?? counties[county];
    this.siteFolder = siteFolder;
    this.calendar = calendar;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}`;
  }

  get port() {
    return this.#port;
  }

  get pid() {
    return this.#program.process.pid;
  }

  get lines() {
    return this.#program.lines;
  }

  // Started again it listens where it did before: a tablet's storage belongs to that address.
  async start() {
    await mkdir(this.folder, { recursive: true });
    const { register, providers, county, authority } = this.about;
    const ownHalfTerms = path.join(this.folder, 'half_terms.json');
    if (this.calendar) await writeFile(ownHalfTerms, JSON.stringify(this.calendar));
    this.#program = new Program(serverProgram, [
      'serve', '--data', this.folder, '--site', this.siteFolder, '--register', register, '--frameworks', frameworks,
      '--half-terms', this.calendar ? ownHalfTerms : halfTerms, '--visit-templates', visitTemplates, '--county', county,
      '--authority', authority, '--port', String(this.#port), ...(providers ? ['--early-years', providers] : []),
    ]);
    const ready = await until('the county server is ready', () => {
      if (!this.#program.running) throw new Error(`it ended: ${this.lines.join(' | ')}`);
      return this.lines.find((line) => line.startsWith('ready: '));
    });
    this.#port = Number(new URL(ready.slice('ready: '.length)).port);
  }

  async stop() {
    await this.#program?.stop();
  }

  // The code printed at the first start.
  get firstCode() {
    return this.lines.map((line) => /^Enrolment code: (\S+)/.exec(line)?.[1]).find(Boolean);
  }

  async newCode(role = 'adviser') {
    const said = await this.#ask('enrolment-code', '--data', this.folder, '--role', role);
    const code = /KTB(-[A-Z0-9]{4,6}){2}/.exec(said)?.[0];
    if (!code) throw new Error(`The server made no code: ${said}`);
    return code;
  }

  // People sign in at this provider from now on; `roles`: which of its words gives which role.
  async signInWith(provider, roles) {
    const file = path.join(this.folder, 'secret.txt');
    await writeFile(file, provider.secret);
    for (const [value, role] of Object.entries(roles)) await this.#ask('sign-in-map', '--data', this.folder, '--value', value, '--role', role);
    return this.#ask(
      'sign-in', '--data', this.folder, '--issuer', provider.issuer, '--client', provider.client, '--secret-file', file,
      '--claim', provider.claim, '--public-address', this.address,
    );
  }

  // The file with the secret half of the county's recovery key; tablets that are set up from then on know of it.
  async makeRecoveryKey() {
    const file = path.join(this.folder, 'recovery.key');
    await this.#ask('recovery-key', '--data', this.folder, '--out', file);
    return file;
  }

  // What the office sends back to somebody who has forgotten a passphrase.
  async answerTo(request, key) {
    const file = path.join(this.folder, 'request.txt');
    await writeFile(file, request);
    const said = await this.#ask('recover', '--key', key, '--request', file);
    return /KITBAG-ANSWER\S+/.exec(said)?.[0] ?? said;
  }

  // What the office does with a file that somebody carried in: gives the answer to carry back.
  async take(bundle, key) {
    const folder = await mkdtemp(path.join(this.folder, 'carried-'));
    const file = path.join(folder, 'file.kitbag');
    const answer = path.join(folder, 'answer.kitbag');
    await writeFile(file, bundle);
    await this.#ask('take', '--data', this.folder, '--bundle', file, '--key', key, '--out', answer);
    return readFile(answer);
  }

  // Loads criteria made from a pack that Kitbag carries, as an officer would.
  async loadFramework(file, change) {
    const folder = path.join(this.folder, 'more-frameworks');
    await mkdir(folder, { recursive: true });
    const pack = JSON.parse(await readFile(path.join(frameworks, file), 'utf8'));
    await writeFile(path.join(folder, file), JSON.stringify(change(pack)));
    await this.#ask('import-frameworks', '--data', this.folder, '--frameworks', folder);
  }

  // Every tablet is to erase itself once the county has what is on it.
  async eraseTablets() {
    const ids = (await this.devices()).match(/\b[0-9a-f]{16}\b/g) ?? [];
    for (const id of ids) await this.#ask('revoke', '--data', this.folder, '--device', id, '--wipe');
  }

  async devices() {
    return this.#ask('devices', '--data', this.folder);
  }

  // What an officer gets at the command line.
  async exported() {
    return JSON.parse(await this.#ask('export', '--data', this.folder));
  }

  // Loads outcomes in the plain form; gives what the program says.
  async importOutcomes(text) {
    const file = path.join(this.folder, 'outcomes.csv');
    await writeFile(file, text);
    return this.#ask('import-outcomes', '--data', this.folder, '--outcomes', file);
  }

  // Loads a list of childcare providers, or only looks what it would change; gives what the program says.
  async importProviders(file, ...more) {
    return this.#ask('import-early-years', '--data', this.folder, '--early-years', file, ...more);
  }

  async #ask(...args) {
    const { stdout } = await promisify(execFile)(serverProgram, args, { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  }

  // A request as a program sends it, without any browser.
  async request(method, where, { token, body } = {}) {
    const answer = await fetch(this.address + where, {
      method,
      headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: typeof body === 'string' ? body : body && JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }

  async enrolByHttp(name, role) {
    const code = await this.newCode(role);
    const { status, body } = await this.request('POST', '/api/enrol', {
      body: { protocol: 1, name, code, device_name: 'A program of the tests' },
    });
    if (status !== 200) throw new Error(`Enrolment by HTTP was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }
}
