// Live changes, and the switch that holds them back.

/** Lets signals through, or keeps the newest of each category until it may. */
export class Live {
  /** @param {(signal: any) => void} apply */
  constructor(apply) {
    this.apply = apply;
    this.on = true;
    this.held = new Map();
  }

  /**
   * @param {any} signal
   * @param {boolean} awaited whether the visitor has asked for this one: it is never held back
   */
  take(signal, awaited) {
    if (this.on || awaited) {
      this.apply(signal);
    } else {
      this.held.set(`${signal.dataset}\0${signal.category}`, signal);
    }
  }

  toggle() {
    this.on = !this.on;
    const held = [...this.held.values()];
    this.held.clear();
    held.forEach((signal) => this.apply(signal));
  }
}
