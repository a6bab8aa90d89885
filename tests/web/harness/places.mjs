// Where things lie. Another build folder can be named by the environment, so that several people can test in one checkout.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const serverProgram = path.resolve(top, process.env.KITBAG_SERVER ?? 'build/release/sync/server/kitbag_server');
export const site = path.resolve(top, process.env.KITBAG_SITE ?? 'build/wasm/site');
export const inventedRegister = path.join(top, 'tests/support/wendshire-gias.csv');
export const realProviders = path.join(top, 'data/register/cambridgeshire-ofsted-childcare-2021.csv');
export const inventedProviders = path.join(top, 'tests/support/wendshire-providers.csv');
export const realRegister = path.join(top, 'data/register/cambridgeshire-gias.csv');
export const frameworks = path.join(top, 'data/frameworks');
export const halfTerms = path.join(top, 'data/half_terms/england.json');
export const visitTemplates = path.join(top, 'data/visit_templates/2014.json');
export const storeReader = path.resolve(top, process.env.KITBAG_STORE_READER ?? 'build/release/bin/store_reader');
