// What a tablet writes leaves it compressed, and plain where somebody on the way will not have that.

import assert from 'node:assert/strict';
import { CountingProxy } from '../../bench/counting_proxy.mjs';
import { ada, addNote, beginVisit, openPart, setUp, sync } from '../harness/adviser.mjs';
import { story } from '../harness/runner.mjs';

const noteOf = (subject) => `${subject}: ${'pupils read with growing confidence and explain what they have read. '.repeat(60)}`.trim();

story('long notes leave compressed, and plain once something on the way refuses that', {}, async (stage) => {
  const county = await stage.county();
  const proxy = await CountingProxy.before(county.port);
  stage.atEnd(() => proxy.stop());
  const tablet = await stage.tablet();
  await setUp(tablet, { address: proxy.address, about: county.about, firstCode: county.firstCode }, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');

  // Writes a note, and says in which shape it was sent, each time that it was.
  const sentFor = async (subject) => {
    const before = proxy.answers.length;
    await addNote(tablet, noteOf(subject));
    await sync(tablet);
    assert.ok(JSON.stringify(await county.exported()).includes(noteOf(subject)), `The county has the note of ${subject}.`);
    return proxy.answers.slice(before)
      .filter(({ path, sent }) => path.startsWith('/api/push') && (sent.encoding || sent.bytes > noteOf(subject).length))
      .map(({ status, sent }) => ({ status, encoding: sent.encoding, isShort: sent.bytes * 4 < noteOf(subject).length }));
  };
  const packed = { status: 200, encoding: 'gzip', isShort: true };
  const plain = { status: 200, encoding: '', isShort: false };
  assert.deepEqual(await sentFor('Reading'), [packed]);
  proxy.refusesCodings = true;
  assert.deepEqual(await sentFor('Writing'), [{ ...packed, status: 415 }, plain]);
  assert.deepEqual(await sentFor('Mathematics'), [plain]);

  const pulls = proxy.answers.filter(({ path, status }) => path.startsWith('/api/pull') && status === 200);
  assert.ok(pulls.some(({ encoding }) => encoding === 'gzip'), 'What comes back is compressed too.');
});
