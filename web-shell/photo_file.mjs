// What a file says of itself before anybody decodes it: which kind of picture it is, how large, and whether it is all there.
// A picture of enormous size would use up the tablet's memory in the decoder, so its header is read first. Plain functions of
// bytes; the codes they give are those of app/text/evidence_phrases.h.

export const pixelsMax = 50_000_000;
export const fileBytesMax = 60_000_000;

const text = (bytes, at, length) => String.fromCharCode(...bytes.subarray(at, at + length));
const big = (bytes, at, length) => bytes.subarray(at, at + length).reduce((number, byte) => number * 256 + byte, 0);
const little = (bytes, at, length) => bytes.subarray(at, at + length).reduceRight((number, byte) => number * 256 + byte, 0);

export function kindOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(text(bytes, 0, 6))) return 'gif';
  if (text(bytes, 4, 4) === 'ftyp' && /hei[cfmsx]|hev|mif1|msf1|avif/.test(text(bytes, 8, 40))) return 'heic';
  return undefined;
}

// A JPEG is a row of segments: 0xff, a marker, and a length in two bytes. What is drawn begins after the one called 0xda.
function jpegParts(bytes) {
  const parts = { width: 0, height: 0, drawn: 0 };
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return parts;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) Object.assign(parts, { height: big(bytes, at + 5, 2), width: big(bytes, at + 7, 2) });
    at += 2 + big(bytes, at + 2, 2);
    if (marker !== 0xda) continue;
    parts.drawn = at;
    return parts;
  }
  return parts;
}

// Looked for from the end: some cameras put more after it.
function jpegEnds(bytes, drawn) {
  for (let at = bytes.length - 2; at >= drawn; --at) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return drawn > 0;
  }
  return false;
}

function pngEnds(bytes) {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + big(bytes, at, 4)) {
    if (text(bytes, at + 4, 4) === 'IEND') return true;
  }
  return false;
}

function webpSize(bytes) {
  const kind = text(bytes, 12, 4);
  if (kind === 'VP8X') return { width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 };
  if (kind === 'VP8 ') return { width: little(bytes, 26, 2) & 0x3fff, height: little(bytes, 28, 2) & 0x3fff };
  const packed = little(bytes, 21, 4);
  return { width: (packed % 0x4000) + 1, height: (Math.floor(packed / 0x4000) % 0x4000) + 1 };
}

// The largest of the sizes that its parts name ("ispe"): a tablet's camera cuts a picture into tiles.
function heicSize(bytes) {
  let found = { width: 0, height: 0 };
  const end = Math.min(bytes.length - 16, 200_000);
  for (let at = 0; at < end; ++at) {
    if (bytes[at] !== 0x69 || text(bytes, at, 4) !== 'ispe') continue;
    const size = { width: big(bytes, at + 8, 4), height: big(bytes, at + 12, 4) };
    if (size.width * size.height > found.width * found.height) found = size;
  }
  return found;
}

// Its boxes, each beginning with its length, fill the file.
function heicEnds(bytes) {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = big(bytes, at, 4);
    if (length === 0) return true;
    const whole = length === 1 ? big(bytes, at + 8, 8) : length;
    if (whole < 8) return false;
    at += whole;
  }
  return at === bytes.length;
}

const sizes = {
  jpeg: jpegParts,
  png: (bytes) => ({ width: big(bytes, 16, 4), height: big(bytes, 20, 4) }),
  webp: webpSize,
  gif: (bytes) => ({ width: little(bytes, 6, 2), height: little(bytes, 8, 2) }),
  heic: heicSize,
};

const ends = {
  jpeg: (bytes) => jpegEnds(bytes, jpegParts(bytes).drawn),
  png: pngEnds,
  webp: (bytes) => little(bytes, 4, 4) + 8 <= bytes.length,
  gif: (bytes) => bytes.at(-1) === 0x3b,
  heic: heicEnds,
};

export function sizeOf(bytes) {
  const { width, height } = sizes[kindOf(bytes)](bytes);
  return { width, height };
}

// Why this file cannot be taken, or undefined when it may be decoded.
export function problemWith(bytes) {
  const kind = kindOf(bytes);
  if (!kind) return 'photo_not_image';
  const { width, height } = sizeOf(bytes);
  if (width * height > pixelsMax || bytes.length > fileBytesMax) return 'photo_too_large';
  if (!ends[kind](bytes)) return 'photo_cut_short';
  return width * height > 0 ? undefined : 'photo_unreadable';
}
