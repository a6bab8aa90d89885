// Gathers one picture in the worker for the page to draw, where the worker has no WebGL: it is told what PictureRenderer is told
// (picture_renderer.mjs), and on the page the same is told to one of those. It knows nothing of what is in the picture.

export class Parcel {
  #told = [];
  #given = [];

  texture(...given) {
    this.#told.push(['texture', ...given]);
  }

  letters(id, x, y, width, height, pixels) {
    this.#told.push(['letters', id, x, y, width, height, this.#copied(pixels)]);
  }

  drop(id) {
    this.#told.push(['drop', id]);
  }

  begin(...given) {
    this.#told.push(['begin', ...given]);
  }

  list(corners, order) {
    this.#told.push(['list', this.#copied(corners), this.#copied(order)]);
  }

  command(...given) {
    this.#told.push(['command', ...given]);
  }

  end() {
    postMessage({ type: 'drawing', picture: this.#told }, this.#given);
    this.#told = [];
    this.#given = [];
  }

  // The bytes are borrowed from the module's memory.
  #copied(bytes) {
    const copy = bytes.slice();
    this.#given.push(copy.buffer);
    return copy;
  }
}

// Only what the parcel itself can hold is passed on.
export function drawParcel(picture, renderer) {
  if (renderer.lost) return;
  for (const [what, ...given] of picture) renderer[what](...given);
}
