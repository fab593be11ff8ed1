// How far the recomputation of all categories of a dataset is.

const QUIET_AFTER = 120_000;

/** Counts the categories that reached an end of their own since it was asked for. */
export class RecomputeRun {
  /**
   * @param {import('./catalogue.js').Dataset} dataset
   * @param {import('./catalogue.js').Catalogue} catalogue as known before it was asked for
   * @param {{x?: string, y?: string}} axes
   */
  constructor(dataset, catalogue, { x, y }) {
    this.dataset = dataset.name;
    this.axes = { x, y };
    this.before = new Map(dataset.categories.map(({ name }) => [name, catalogue.category(dataset.name, name, this.axes)?.computedAt]));
    this.done = new Set();
    this.failed = new Set();
    this.heardAt = Date.now();
  }

  hear(signal) {
    const { x, y } = this.axes;
    if (signal.dataset !== this.dataset || signal.x !== x || signal.y !== y || !this.before.has(signal.category)) {
      return;
    }
    this.heardAt = Date.now();
    // The present state that a new stream begins with counts only where it changed.
    if (signal.status === 'ready' && Date.parse(signal.computedAt) !== this.before.get(signal.category)) {
      this.done.add(signal.category);
      this.failed.delete(signal.category);
    } else if (signal.status === 'failed') {
      this.failed.add(signal.category);
    }
  }

  /** Not every signal is told one by one: what the list says counts too. */
  look(catalogue) {
    for (const [name, before] of this.before) {
      const { state, computedAt } = catalogue.category(this.dataset, name, this.axes) ?? {};
      if ((state === 'ready' || state === 'stale') && computedAt !== before) {
        this.done.add(name);
        this.failed.delete(name);
      }
    }
  }

  get count() {
    return this.before.size;
  }

  get ended() {
    return this.done.size + this.failed.size >= this.count;
  }

  quiet(now) {
    return !this.ended && now - this.heardAt > QUIET_AFTER;
  }
}
