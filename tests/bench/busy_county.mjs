// An invented county of 300 schools with twelve half terms behind it, and a tablet that has received all of it.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ada, seeSchools, setUp } from '../web/harness/adviser.mjs';
import { CountyServer } from '../web/harness/county_server.mjs';
import { halfTermsUntilToday, writeHistory } from '../web/harness/invented_history.mjs';
import { openTablet } from '../web/harness/open_tablet.mjs';
import { inventedRegister } from '../web/harness/places.mjs';
import { until } from '../web/harness/waiting.mjs';

const schools = 300;
const halfTerms = 12;

// The first school of the invented register, three hundred times under other names and numbers.
async function writeRegister(file) {
  const [header, first] = (await readFile(inventedRegister, 'latin1')).split(/\r?\n/);
  const names = ['Alder', 'Bittern', 'Clover', 'Dunnock', 'Elder', 'Fescue', 'Gorse', 'Heron', 'Iris', 'Jackdaw'];
  const rows = Array.from({ length: schools }, (_, place) => first
    .replace('900001', String(900_001 + place)).replace('2001', String(2001 + place))
    .replace('Ashmere', `${names[place % names.length]} Lane ${Math.floor(place / names.length) + 1}`));
  await writeFile(file, [header, ...rows, ''].join('\r\n'), 'latin1');
  return rows.map((row) => row.slice(0, 6));
}

// `work` is given the county, the tablet, its profile and how many changes it received.
export async function inBusyCounty(folder, options, work) {
  await mkdir(folder, { recursive: true });
  const register = path.join(folder, 'register.csv');
  const profile = path.join(folder, 'profile');
  const urns = await writeRegister(register);
  const calendar = halfTermsUntilToday(halfTerms);
  const county = new CountyServer(path.join(folder, 'county'), { calendar, register: { register, county: 'Wendshire', authority: '999', schools } });
  await county.start();
  const changes = await writeHistory(county, urns, calendar);
  const tablet = await openTablet('chromium', profile, options);
  try {
    await setUp(tablet, county, ada);
    await seeSchools(tablet, schools);
    await until('the history has arrived', async () => /Nothing has been written|Everything is received/.test(await tablet.text()), 60_000);
    return await work({ county, tablet, profile, changes });
  } finally {
    await tablet.close();
    await county.stop();
  }
}
