// A small generator of numbers that gives the same sequence on every machine (mulberry32).
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, not including, the bound. */
  below(bound) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  /** One of the values. */
  pick(values) {
    return values[this.below(values.length)];
  }

  /** Whether an event of so many in a hundred happens. */
  chance(percent) {
    return this.below(100) < percent;
  }

  /** An amount in yuan with two decimals, between two whole amounts. */
  yuan(low, high) {
    const whole = low + this.below(high - low);
    return `${whole}.${String(this.below(100)).padStart(2, '0')}`;
  }
}
