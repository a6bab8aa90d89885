// A photograph's way to the county and to a second tablet, over a connection that breaks off in the middle of it.

import assert from 'node:assert/strict';
import { ada, ashmere, beginVisit, ben, completeVisit, openPart, openSchool, openVisit, readyForOffline, setUp } from '../harness/adviser.mjs';
import { CuttingProxy } from '../harness/cutting_proxy.mjs';
import { keepBlobs, noisy, shown, take } from '../harness/photographs.mjs';
import { story } from '../harness/runner.mjs';
import { until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';

const cutAfterBytes = 450_000; // More than what was written and one piece, less than the picture.

// The picture's hash, as its photograph's record names it at the county.
async function contentAt(county, token) {
  const { body } = await county.request('GET', '/api/pull?after=0', { token });
  return body.changes.find((change) => change.entity === 'photo')?.fields.content.value;
}

story('a photograph that was taken with no connection is sent, cut off half way, arrives whole, and is seen on a second tablet', {},
  async (stage) => {
    const county = await stage.county();
    const way = new CuttingProxy(county);
    await way.start();
    stage.atEnd(() => way.stop());
    const tablet = await stage.tablet({ beforePage: keepBlobs });
    await setUp(tablet, { address: way.address, about: county.about, firstCode: county.firstCode }, ada);
    await beginVisit(tablet);
    await openPart(tablet, 'notes');
    await readyForOffline(tablet);
    way.cut();
    await take(tablet, await noisy(tablet, { width: 1600, height: 1200 }));
    const taken = await shown(tablet, 'Photograph');
    await tablet.seeText(words('record.on_this_tablet'));

    const { token } = await county.enrolByHttp('Olive Reed', 'officer');
    way.cutAfter(cutAfterBytes);
    await tablet.press('button', words('sending.sync_now'));
    const content = await until('the county has what was written', () => contentAt(county, token));
    const status = async () => (await county.request('GET', `/api/picture?content=${content}`, { token })).body;
    const half = await until('a part of the picture is at the county', async () => {
      const now = await status();
      return now.have > 0 ? now : undefined;
    });
    assert.ok(half.have < half.size && !half.receipt, `It has ${half.have} of ${half.size} bytes.`);
    await tablet.seeText('No connection: 1 photograph waits safely on this tablet');
    await tablet.seeText(words('record.on_this_tablet'));

    way.mend();
    await tablet.press('button', words('sending.sync_now'));
    await tablet.seeText(words('sending.all_received'));
    await tablet.seeText(/Received by the county, .* receipt P-/);
    const whole = await status();
    assert.equal(whole.have, half.size);
    assert.ok(whole.receipt, 'The county has given its receipt.');
    await completeVisit(tablet);
    await tablet.seeText(words('sending.all_received'));

    const other = await stage.tablet({ beforePage: keepBlobs });
    await setUp(other, county, ben, await county.newCode());
    await openSchool(other, 'ashmere', ashmere);
    await openVisit(other);
    const seen = await shown(other, 'Photograph');
    assert.equal(seen.text.length, half.size, 'It is the picture itself.');
    assert.ok(seen.width / seen.height === taken.width / taken.height && seen.width > taken.width, 'It is larger than the first tablet’s small one.');
  });
