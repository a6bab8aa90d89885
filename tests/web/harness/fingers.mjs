// Fingers on a tablet with Chromium, by the browser's own protocol: each is put down, moved and lifted by itself, as a real one is.

const stepSeconds = 0.012;

export class Fingers {
  #cdp;
  #down = new Map(); // Which finger -> where it is.

  static async on(tablet) {
    const fingers = new Fingers();
    fingers.#cdp = await tablet.context.newCDPSession(tablet.page);
    return fingers;
  }

  async #tell(type, timestamp) {
    const touchPoints = [...this.#down].map(([id, { x, y }]) => ({ id, x, y }));
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
  }

  async down(at, finger = 0) {
    this.#down.set(finger, at);
    await this.#tell('touchStart');
  }

  // Several at once: { 0: { x, y }, 1: { x, y } }.
  async move(places) {
    for (const [finger, at] of Object.entries(places)) this.#down.set(Number(finger), at);
    await this.#tell('touchMove');
  }

  async up(finger = 0) {
    this.#down.delete(finger);
    await this.#tell('touchEnd');
  }

  // As quickly as a finger flicks, however long this machine takes for it.
  async drag(from, to, steps = 10) {
    const began = Date.now() / 1000;
    for (let step = 0; step <= steps; ++step) {
      const part = step / steps;
      this.#down.set(0, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
      await this.#tell(step === 0 ? 'touchStart' : 'touchMove', began + step * stepSeconds);
    }
    this.#down.delete(0);
    await this.#tell('touchEnd', began + (steps + 1) * stepSeconds);
  }
}

export const middleOf = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
