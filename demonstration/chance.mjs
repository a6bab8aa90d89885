// Choices that come out the same from the same seed, on every machine (mulberry32).

export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed | 0;
  }

  // From 0 up to and without 1.
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  // A whole number, both ends among them.
  whole(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  happens(share) {
    return this.next() < share;
  }

  pick(values) {
    return values[Math.floor(this.next() * values.length)];
  }

  // So many of them, each once, in the order in which they are given.
  some(values, count) {
    const left = [...values.keys()];
    const taken = new Set();
    while (taken.size < Math.min(count, values.length)) taken.add(left.splice(Math.floor(this.next() * left.length), 1)[0]);
    return values.filter((_, place) => taken.has(place));
  }

  // One of the pairs of a value and how often it comes.
  weigh(pairs) {
    let rest = this.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of pairs) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return pairs.at(-1)[0];
  }
}
