// Gathers one picture in the worker for the page to draw, where the worker has no WebGL: app/platform/page_canvas_web.cpp fills it, and
// page_renderer.mjs draws what is sent. It knows nothing of what is in the picture.

export class Parcel {
  #textures = [];
  #lists = [];

  // A texture is new, and empty; part of it changes; it is wanted no more.
  texture(id, width, height) {
    this.#textures.push({ id, width, height });
  }

  letters(id, x, y, width, height, pixels) {
    this.#textures.push({ id, x, y, width, height, pixels });
  }

  drop(id) {
    this.#textures.push({ id });
  }

  // Corners as ImDrawVert: place and place in the texture as 32-bit floats, colour as four bytes. The order has 16-bit numbers.
  list(corners, order) {
    this.#lists.push({ corners, order, commands: [] });
  }

  command(texture, first, count, left, top, right, bottom) {
    this.#lists.at(-1).commands.push({ texture, first, count, left, top, right, bottom });
  }

  // Width and height in CSS pixels, `ratio` device pixels to one of them; `ground` is a colour as ImGui packs it.
  send(width, height, ratio, ground) {
    const picture = { width, height, ratio, ground, textures: this.#textures, lists: this.#lists };
    this.#textures = [];
    this.#lists = [];
    const given = [...picture.textures.flatMap(({ pixels }) => (pixels ? [pixels.buffer] : [])),
      ...picture.lists.flatMap(({ corners, order }) => [corners.buffer, order.buffer])];
    postMessage({ type: 'drawing', picture }, given);
  }
}
