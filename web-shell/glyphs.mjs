// Draws the letters that the app's own typeface lacks, one at a time, with the browser's own fonts. It runs in the worker, and can do
// nothing where a worker has no canvas. Letters do not join, nor run from the right: the page's elements show them as they should be.

const largest = 512; // Device pixels of an em; ImGui asks for none larger.
const margin = 1; // What is drawn may reach a little over what was measured.

export class Glyphs {
  #context;
  #drawn;

  constructor() {
    try {
      // Its pixels are read at once, so it is better off outside the graphics processor.
      this.#context = new OffscreenCanvas(64, 64).getContext('2d', { willReadFrequently: true });
    } catch {
      this.#context = null;
    }
  }

  // Tells width, height, left, top, advance, and 1 for colours of its own: app/theme/glyph_source.h says what they mean.
  draw(letter, em, bold, told) {
    if (!this.#context || em > largest) return 0;
    const text = String.fromCodePoint(letter);
    const font = `${bold ? 'bold ' : ''}${em}px sans-serif`;
    const context = this.#context;
    context.font = font;
    const box = context.measureText(text);
    const left = Math.ceil(box.actualBoundingBoxLeft) + margin;
    const up = Math.ceil(box.actualBoundingBoxAscent) + margin;
    const width = left + Math.ceil(box.actualBoundingBoxRight) + margin;
    const height = up + Math.ceil(box.actualBoundingBoxDescent) + margin;
    this.#drawn = width > 2 * margin && height > 2 * margin ? this.#pixels(text, font, width, height, left, up) : undefined;
    const seen = Boolean(this.#drawn);
    told.set([seen ? width : 0, seen ? height : 0, -left, -up, box.width, seen && hasColours(this.#drawn) ? 1 : 0]);
    return 1;
  }

  // Undefined when nothing can be seen.
  #pixels(text, font, width, height, left, up) {
    const context = this.#context;
    const { canvas } = context;
    if (canvas.width < width) canvas.width = width; // Each clears the canvas, and forgets the font.
    if (canvas.height < height) canvas.height = height;
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.font = font;
    context.fillStyle = '#fff';
    context.fillText(text, left, up);
    const { data } = context.getImageData(0, 0, width, height);
    return data.some((value) => value > 0) ? data : undefined;
  }

  take(into) {
    into.set(this.#drawn);
  }
}

// It was drawn in white, so anything else is the letter's own.
function hasColours(pixels) {
  for (let at = 0; at < pixels.length; at += 4) {
    const dark = Math.min(pixels[at], pixels[at + 1], pixels[at + 2]) < 200;
    if (dark && pixels[at + 3] > 64) return true; // Where it is nearly transparent, white is only nearly white.
  }
  return false;
}
