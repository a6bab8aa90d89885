// A client of PouchDB that sends so many records and brings them down again into an empty database: node client.mjs ADDRESS, records as
// JSON on its input. Says how long each took, in milliseconds.

import { readFileSync } from 'node:fs';
import PouchDB from 'pouchdb-core';
import memory from 'pouchdb-adapter-memory';
import http from 'pouchdb-adapter-http';
import replication from 'pouchdb-replication';

PouchDB.plugin(memory).plugin(http).plugin(replication);
const records = JSON.parse(readFileSync(0, 'utf8'));
const options = { batch_size: 400, batches_limit: 4 };
const remote = new PouchDB(`${process.argv[2]}/county`, { adapter: 'http' });
const first = new PouchDB('first', { adapter: 'memory' });
await first.bulkDocs(records);
await remote.info();
const began = performance.now();
await first.replicate.to(remote, options);
const sent = performance.now();
const second = new PouchDB('second', { adapter: 'memory' });
await second.replicate.from(remote, options);
const received = performance.now();
const { doc_count: count } = await second.info();
console.log(JSON.stringify({ up: sent - began, down: received - sent, count }));
process.exit(0);
