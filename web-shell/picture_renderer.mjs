// Draws pictures with WebGL 2: textured triangles in rectangles, as ImGui orders them. The worker draws so on a canvas of its own; where it
// cannot, the page draws what the worker sends (picture_parcel.mjs). It decides nothing about when, keeps nothing but the textures of
// letters, and never asks WebGL anything while it draws: each answer would be waited for until all before it is drawn.

const cornerBytes = 20;

const cornerProgram = `#version 300 es
precision highp float;
uniform vec2 size;
in vec2 place;
in vec2 letter;
in vec4 colour;
out vec2 letterPlace;
out vec4 letterColour;
void main() {
  letterPlace = letter;
  letterColour = colour;
  gl_Position = vec4(2.0 * place.x / size.x - 1.0, 1.0 - 2.0 * place.y / size.y, 0.0, 1.0);
}`;

const pointProgram = `#version 300 es
precision mediump float;
uniform sampler2D letters;
in vec2 letterPlace;
in vec4 letterColour;
layout (location = 0) out vec4 point;
void main() {
  point = letterColour * texture(letters, letterPlace);
}`;

export class PictureRenderer {
  #canvas;
  #gl;
  #size; // Where the program is told the size.
  #width;
  #height;
  #ratio;
  #textures = new Map();

  // Nothing when there is no WebGL 2. `lost` is called when the browser takes the canvas's memory away, `restored` when all textures are to
  // be given again.
  static on(canvas, { lost, restored }) {
    const gl = canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });
    return gl ? new PictureRenderer(canvas, gl, lost, restored) : undefined;
  }

  constructor(canvas, gl, lost, restored) {
    this.#canvas = canvas;
    this.#gl = gl;
    this.#prepare();
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      lost();
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.#textures.clear();
      this.#prepare();
      restored();
    });
  }

  get lost() {
    return this.#gl.isContextLost();
  }

  // A texture is new, and empty; part of it changes; it is wanted no more.
  texture(id, width, height) {
    const gl = this.#gl;
    this.drop(id);
    const texture = gl.createTexture();
    this.#textures.set(id, texture);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  }

  letters(id, x, y, width, height, pixels) {
    const gl = this.#gl;
    gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(id) ?? null);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  }

  drop(id) {
    this.#gl.deleteTexture(this.#textures.get(id) ?? null);
    this.#textures.delete(id);
  }

  // Width and height in CSS pixels, `ratio` device pixels to one of them; `ground` is a colour as ImGui packs it. They come as 32-bit floats,
  // whose product may lie a hair below the whole number that is meant.
  begin(width, height, ratio, ground) {
    const gl = this.#gl;
    this.#takeSize(width, height, ratio);
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor((ground & 255) / 255, ((ground >>> 8) & 255) / 255, ((ground >>> 16) & 255) / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
  }

  // Corners as ImDrawVert: place and place in the texture as 32-bit floats, colour as four bytes. The order has 16-bit numbers.
  list(corners, order) {
    const gl = this.#gl;
    gl.bufferData(gl.ARRAY_BUFFER, corners, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, order, gl.STREAM_DRAW);
  }

  // `count` corners of the last list, in its order, from `first` on.
  command(texture, first, count, left, top, right, bottom) {
    if (right <= left || bottom <= top) return;
    const gl = this.#gl;
    const whole = (length) => Math.trunc(length * this.#ratio);
    gl.scissor(whole(left), Math.trunc(this.#canvas.height - bottom * this.#ratio), whole(right - left), whole(bottom - top));
    gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(texture) ?? null);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, 2 * first);
  }

  #takeSize(width, height, ratio) {
    if (width === this.#width && height === this.#height && ratio === this.#ratio) return;
    [this.#width, this.#height, this.#ratio] = [width, height, ratio];
    const pixels = (length) => Math.max(1, Math.floor(Math.fround(length * ratio)));
    this.#canvas.width = pixels(width);
    this.#canvas.height = pixels(height);
    this.#gl.viewport(0, 0, this.#canvas.width, this.#canvas.height);
    this.#gl.uniform2f(this.#size, width, height);
  }

  end() {} // The browser shows what was drawn when the frame ends.

  #prepare() {
    const gl = this.#gl;
    this.#width = undefined; // It is told the size again.
    const program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, cornerProgram], [gl.FRAGMENT_SHADER, pointProgram]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    ['place', 'letter', 'colour'].forEach((name, at) => gl.bindAttribLocation(program, at, name));
    gl.linkProgram(program);
    gl.useProgram(program);
    this.#size = gl.getUniformLocation(program, 'size');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const at of [0, 1, 2]) gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, cornerBytes, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, cornerBytes, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, cornerBytes, 16);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }
}
