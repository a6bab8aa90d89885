// Starts a county server with an invented county, and says where it is: node demonstration/run.mjs [--small]

import path from 'node:path';
import { usual } from './make.mjs';
import { people } from './names.mjs';
import { startDemonstration, team } from './start.mjs';

const small = process.argv.includes('--small');
const size = small ? { ...usual, schools: 12, settings: 30, centres: 2, visits: 120 } : { ...usual, visits: 5000 };
const folder = path.resolve(process.env.KITBAG_DATA ?? (small ? 'build/demonstration-small' : 'build/demonstration'));

const { server, address, office } = await startDemonstration({
  program: 'build/release/sync/server/kitbag_server', site: 'build/wasm/site', port: Number(process.env.KITBAG_PORT ?? 8801), folder, size, tell: console.log,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 0));
console.log(`An invented county is at ${address}. No school, setting or person in it is real.`);
// Whoever gives the name of one of them is that adviser, with her caseload and her visits.
const colleagues = [
  ['an adviser', 'adviser', people[0]], ['an early years adviser', 'early_years_adviser', people[team.adviser]],
  ['the head of service', 'head_of_service', people[team.adviser + team.early_years_adviser]],
];
for (const [who, role, name] of colleagues) console.log(`To set up a tablet as ${name}, ${who}: ${await office.newCode(role)}`);
