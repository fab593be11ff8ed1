// Which signals are news: replicas are not all equally far, and a new stream may tell once more what was heard already.
import { time } from './catalogue.js';

/** Remembers of each category the last signal that was news. */
export class SignalOrder {
  constructor() {
    /** @type {Map<string, {offset: number, at: number}>} */
    this.last = new Map();
  }

  /**
   * @param {any} signal
   * @param {number | undefined} offset where it stands in its topic
   * @returns {boolean} false for what was told before. Of a topic that began anew the offsets are lower, and the times are not
   */
  isNews(signal, offset) {
    const key = `${signal.dataset}\0${signal.category}`;
    const last = this.last.get(key);
    const at = time(signal.computedAt ?? signal.startedAt);
    if (last && offset !== undefined && offset <= last.offset && !(at > last.at)) {
      return false;
    }
    if (offset !== undefined) {
      this.last.set(key, { offset, at: Math.max(at ?? 0, last?.at ?? 0) });
    }
    return true;
  }
}
