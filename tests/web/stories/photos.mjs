// Photographs, from the camera to the disk: what is taken out of them, what is refused, what is shown and what goes.

import assert from 'node:assert/strict';
import { ada, addNote, beginVisit, completeVisit, lock, openPart, openSchool, openVisit, readyForOffline, setUp, unlock } from '../harness/adviser.mjs';
import { drawn, keepBlobs, place, shown, take, takeAll, withExif } from '../harness/photographs.mjs';
import { story } from '../harness/runner.mjs';
import { stays, until } from '../harness/waiting.mjs';
import { words } from '../harness/words.mjs';
import { words as pageWords } from '../../../web-shell/words.mjs';

async function visitUnderWay(stage) {
  const county = await stage.county();
  const tablet = await stage.tablet({ beforePage: keepBlobs });
  await setUp(tablet, county, ada);
  await beginVisit(tablet);
  await openPart(tablet, 'notes');
  return { county, tablet };
}

async function look(tablet, name) {
  await tablet.press('button', `Look at p${name.slice(1)}`);
  await tablet.see('dialog', name);
  return until('the large picture is there', async () => {
    const large = await tablet.inPage(() => document.querySelectorAll('[role=dialog] img.there').length);
    return large ? tablet.inPage(async () => {
      const image = document.querySelector('[role=dialog] img');
      const bytes = new Uint8Array(await globalThis.blobs.get(image.src).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { text, width: image.naturalWidth, height: image.naturalHeight };
    }) : undefined;
  });
}

story('a visit of twelve notes and two photographs is made with no connection: no place is kept, and a locked tablet shows none', {},
  async (stage) => {
    const { county, tablet } = await visitUnderWay(stage);
    await readyForOffline(tablet);
    await county.stop();
    const photograph = withExif(await drawn(tablet, { width: 4000, height: 3000, type: 'image/jpeg' }));
    assert.ok(photograph.includes(place), 'The file of the camera says where it was taken.');
    await take(tablet, photograph);
    await tablet.hear(words('photos.saved'));
    const small = await shown(tablet, 'Photograph');
    assert.ok(small.text.length <= 40_000, `The small picture has ${small.text.length} bytes.`);
    const large = await look(tablet, 'Photograph');
    await tablet.press('button', words('common.close'));
    for (const { text } of [small, large]) {
      assert.ok(text.startsWith('\xff\xd8') && text.endsWith('\xff\xd9'), 'What is kept is a whole JPEG.');
      assert.ok(!text.includes('Exif') && !text.includes(place) && !text.includes('GPS'), 'Nothing of the place is kept.');
    }
    assert.deepEqual([large.width, large.height], [1536, 2048], 'It is turned upright, and made smaller.');
    await take(tablet, await drawn(tablet, { width: 600, height: 400, type: 'image/png' }), 'second.png');
    await shown(tablet, 'Photograph 2 of 2');
    await tablet.write('textbox', 'What photograph 1 of 2 shows', 'Spelling in Year 4');
    for (const year of [1, 2, 3, 4, 5, 6]) {
      await addNote(tablet, `Year ${year}: books show what was learned.`);
      await addNote(tablet, `Year ${year}: pupils can say what comes next.`);
    }
    await completeVisit(tablet);
    const { address } = await shown(tablet, 'Photograph 1 of 2: Spelling in Year 4');
    await tablet.seeText(words('photos.go_to_county'));
    await tablet.seeText('Year 6: pupils can say what comes next.');
    await lock(tablet);
    assert.equal(await tablet.inPage(() => document.querySelectorAll('img').length), 0, 'No picture is in the page.');
    const readable = await tablet.inPage((old) => new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
      image.src = old;
    }), address);
    assert.equal(readable, false, 'The address of a picture is of no use any more.');
    await tablet.killAtOnce();
    await tablet.comeBack();
    await unlock(tablet, ada);
    await openSchool(tablet, 'ashmere', 'Ashmere Primary School');
    await openVisit(tablet);
    const again = await shown(tablet, 'Photograph 1 of 2: Spelling in Year 4');
    assert.equal(again.text, small.text);
  });

// A part of a HEIC file: its length, its name and what it holds.
function box(name, content) {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

story('what is no photograph, too large or cut short is refused in words, and nothing of it is kept', {}, async (stage) => {
  const { tablet } = await visitUnderWay(stage);
  const png = await drawn(tablet, { width: 60, height: 40, type: 'image/png' });
  const jpeg = await drawn(tablet, { width: 60, height: 40, type: 'image/jpeg' });
  const webp = await drawn(tablet, { width: 60, height: 40, type: 'image/webp' });
  const huge = Buffer.from(png);
  huge.writeUInt32BE(10_000, 16);
  huge.writeUInt32BE(8000, 20);
  const apples = Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1', 'latin1')), box('ispe', Buffer.from([0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9]))]);
  const refused = [
    ['photos.not_image', Buffer.from('Minutes of the governing body')],
    ['photos.too_large', huge],
    ['photos.cut_short', jpeg.subarray(0, jpeg.length - 2)],
    ['photos.cut_short', png.subarray(0, png.length - 12)],
    ['photos.cut_short', webp.subarray(0, webp.length - 40)],
    ['photos.unreadable', apples],
    ['photos.not_image', Buffer.alloc(0)],
  ];
  for (const [word, buffer] of refused) {
    await take(tablet, buffer);
    await tablet.hear(words(word));
    assert.equal(await tablet.inPage(() => document.querySelectorAll('img').length), 0);
    await take(tablet, Buffer.from('x')); // So that the next sentence is not the one that was there.
    await tablet.hear(words('photos.not_image'));
  }
  await take(tablet, webp);
  await tablet.hear(words('photos.saved'));
  await shown(tablet, 'Photograph');
});

story('of several photographs it is said how far they are, the rest can be left out, and what could not be taken is told at the end', {}, async (stage) => {
  const { tablet } = await visitUnderWay(stage);
  const large = await drawn(tablet, { width: 4000, height: 3000, type: 'image/jpeg' });
  await takeAll(tablet, [Buffer.from('Minutes'), large, large]);
  await tablet.seeText(pageWords.photosOnTheirWay(2, 3));
  await tablet.seeText(pageWords.photosOnTheirWay(3, 3));
  await shown(tablet, 'Photograph 2 of 2');
  await tablet.seeText(words('photos.not_image'));
  const offered = () => tablet.inPage(() => !document.getElementById('offer').hidden);
  await until('nothing is on its way any more', async () => !(await offered()));
  await takeAll(tablet, [large, large, large, large]);
  await tablet.press('button', pageWords.photosLeaveOut);
  await tablet.seeText(words('photos.saved'));
  const count = () => tablet.inPage(() => document.querySelectorAll('img').length);
  const most = await count();
  assert.ok(most >= 3 && most < 6, `Those that were on their way are kept, and no others: ${most}.`);
  await stays('no more come', async () => (await count()) === most, 2000);
});

story('a photograph is removed with a reason, which stays', {}, async (stage) => {
  const { tablet } = await visitUnderWay(stage);
  await take(tablet, await drawn(tablet, { width: 600, height: 400, type: 'image/jpeg' }));
  await look(tablet, 'Photograph');
  await tablet.press('button', words('photos.remove'));
  await tablet.see('textbox', words('photos.reason'));
  await tablet.press('button', words('photos.remove'));
  await tablet.seeText(words('photos.reason_missing'));
  await tablet.write('textbox', words('photos.reason'), 'A face can be seen.');
  await tablet.press('button', words('photos.remove'));
  await tablet.seeText(/Removed by Ada Marsh, .*: A face can be seen\./);
  assert.equal(await tablet.inPage(() => document.querySelectorAll('img').length), 0);
});
