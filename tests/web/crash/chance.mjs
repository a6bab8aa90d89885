// Chance that can be had again: the same seed gives the same choices (mulberry32).

export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  // From 0 to below 1.
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  between(least, most) {
    return least + this.below(most - least + 1);
  }

  holds(probability) {
    return this.next() < probability;
  }

  one(list) {
    return list[this.below(list.length)];
  }

  // `weights`: how often each name is to come, in proportion.
  weighted(weights) {
    let left = this.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    for (const [name, weight] of Object.entries(weights)) {
      left -= weight;
      if (left < 0) return name;
    }
    return Object.keys(weights)[0];
  }
}
