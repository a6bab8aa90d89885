// Runs the workload with one engine and tells how long each part took, in milliseconds.

import { engines } from './store_engines.mjs';
import { commits, counts, firstList, index, load, schema, searches } from './store_workload.mjs';

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function timedEach(list, work) {
  const times = [];
  for (const one of list) times.push(await timed(() => work(one)));
  return times;
}

async function measure(name) {
  const engine = engines[name]();
  await engine.open();
  await engine.run(schema + (engine.hasIndex ? index : ''));
  await engine.begin?.();
  const statements = [...load(engine.hasIndex)];
  const loaded = await timed(async () => { for (const one of statements) await engine.run(one); });
  const tidied = loaded + await timed(async () => { await engine.rest?.(); });
  const committed = await timedEach(commits(engine.hasIndex), (one) => engine.run(one));
  let found = 0;
  const searched = engine.hasIndex ? await timedEach(searches(), async (one) => { found += await engine.ask(one); }) : [];
  const openings = [];
  for (let turn = 0; turn < counts.openings; ++turn) {
    await engine.close();
    openings.push(await timed(async () => {
      await engine.open();
      const rows = await engine.ask(firstList);
      if (rows !== counts.schools) throw new Error(`${name} shows ${rows} schools.`);
    }));
  }
  await engine.close();
  return { loaded, tidied, committed, searched, found, openings, journal: engine.kept };
}

onmessage = ({ data }) => measure(data).then((figures) => postMessage({ figures }), (reason) => postMessage({ reason: String(reason?.stack ?? reason) }));
