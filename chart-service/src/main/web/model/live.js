// Live changes, and the switch that holds them back.

import { keyOf } from './slice-key.js';

/** Lets signals through, or keeps the newest of each category until it may. */
export class Live {
  /**
   * @param {(signal: any) => void} apply
   * @param {() => void} applyMore
   */
  constructor(apply, applyMore = () => {}) {
    this.apply = apply;
    this.applyMore = applyMore;
    this.on = true;
    this.held = new Map();
    /** Whether more has happened than was told one by one. */
    this.more = false;
  }

  /**
   * @param {any} signal
   * @param {boolean} awaited whether the visitor has asked for this one: it is never held back
   */
  take(signal, awaited) {
    const key = keyOf(signal);
    if (this.on || awaited) {
      // What is held of this category is older than what is applied now.
      this.held.delete(key);
      this.apply(signal);
    } else {
      this.held.set(key, signal);
    }
  }

  takeMore() {
    this.more = !this.on;
    if (this.on) {
      this.applyMore();
    }
  }

  toggle() {
    this.on = !this.on;
    const held = [...this.held.values()];
    this.held.clear();
    held.forEach((signal) => this.apply(signal));
    if (this.on && this.more) {
      this.takeMore();
    }
  }
}
