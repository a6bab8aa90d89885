// PouchDB's own server, with its databases in memory: what the benchmark of sync is held beside.

import express from 'express';
import createRouter from 'express-pouchdb';
import PouchDB from 'pouchdb-core';
import memory from 'pouchdb-adapter-memory';
import http from 'pouchdb-adapter-http';
import replication from 'pouchdb-replication';

PouchDB.plugin(memory).plugin(http).plugin(replication);
const app = express();
app.use('/', createRouter(PouchDB.defaults({ adapter: 'memory' }), { inMemoryConfig: true, logPath: process.argv[2] }));
const server = app.listen(0, '127.0.0.1', () => console.log(`ready: http://127.0.0.1:${server.address().port}`));
