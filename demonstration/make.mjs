// Writes the files of an invented county, as a county loads them: node demonstration/make.mjs FOLDER [SEED [SCHOOLS [SETTINGS [CENTRES]]]]

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { halfTermsOf, schoolYearOf } from './calendar.mjs';
import { county, inventCounty } from './county.mjs';
import { alliancesFile, centresFile, inspectionRule, inspectionsFile, inspectionsOf, outcomesFile, schoolsFile, settingsFile } from './register_files.mjs';

export const yearsOfPast = 3;
export const usual = { seed: 2014, schools: 250, settings: 1000, centres: 12 };

// Gives what is in them: { schools, settings, centres, inspections, calendar, files }, the files by name.
export async function makeCounty(folder, { seed, schools, settings, centres }, today) {
  const invented = inventCounty({ seed, schools, settings, centres });
  const year = schoolYearOf(new Date(today));
  const calendar = halfTermsOf(year - yearsOfPast, year, `Half terms in ${county.name}`);
  const inspections = inspectionsOf(invented.schools, seed, today);
  const texts = {
    'schools.csv': schoolsFile(invented.schools),
    'settings.csv': settingsFile(invented.settings, seed, today),
    'inspections.csv': inspectionsFile(inspections),
    'outcomes.csv': outcomesFile(invented.schools, seed, Array.from({ length: yearsOfPast + 1 }, (_, back) => year - yearsOfPast + back)),
    'alliances.csv': alliancesFile(invented.schools, seed),
    'centres.csv': centresFile(invented.centres),
    'half_terms.json': JSON.stringify(calendar, null, 1),
    'inspection_rule.json': JSON.stringify(inspectionRule, null, 1),
  };
  await mkdir(folder, { recursive: true });
  const files = {};
  for (const [name, text] of Object.entries(texts)) {
    files[name] = path.join(folder, name);
    await writeFile(files[name], text);
  }
  return { ...invented, inspections, calendar, files };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...numbers] = process.argv.slice(2);
  if (!folder) throw new Error('Name the folder that the files go to.');
  const [seed = usual.seed, schools = usual.schools, settings = usual.settings, centres = usual.centres] = numbers.map(Number);
  const { files } = await makeCounty(folder, { seed, schools, settings, centres }, Date.now());
  for (const file of Object.values(files)) console.log(file);
}
