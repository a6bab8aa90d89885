// A way to the county that can be cut: at once, or after so many bytes from a tablet. What is under way then breaks off in the middle.

import net from 'node:net';

export class CuttingProxy {
  #server;
  #open = new Set();
  #left = Infinity;

  constructor(county) {
    this.county = county;
  }

  get address() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  start() {
    this.#server = net.createServer((near) => this.#join(near));
    return new Promise((resolve) => { this.#server.listen(0, '127.0.0.1', resolve); });
  }

  async stop() {
    this.cut();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }

  cut() {
    this.cutAfter(0);
  }

  cutAfter(bytes) {
    this.#left = bytes;
    if (bytes > 0) return;
    for (const socket of this.#open) socket.destroy();
  }

  mend() {
    this.#left = Infinity;
  }

  #join(near) {
    if (this.#left <= 0) {
      near.destroy();
      return;
    }
    const far = net.connect(this.county.port, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]]) {
      this.#open.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        this.#open.delete(one);
        other.destroy();
      });
    }
    far.on('data', (piece) => near.write(piece));
    near.on('data', (piece) => {
      far.write(piece.subarray(0, Math.min(piece.length, this.#left)));
      this.#left -= piece.length;
      if (this.#left <= 0) this.cut();
    });
  }
}
