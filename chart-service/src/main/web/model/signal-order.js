// Which signals are news: replicas are not all equally far, and a new stream may tell once more what was heard already.
import { keyOf } from './slice-key.js';

/** Remembers of each slice the last signal that was heard, and which topic it was in. */
export class SignalOrder {
  constructor() {
    /** @type {string | undefined} */
    this.topic = undefined;
    /** @type {Map<string, number>} */
    this.last = new Map();
  }

  /**
   * @param {any} signal
   * @param {string} [id] its topic, a dash, and its offset there: a topic that was deleted and created is another one, whose
   *   offsets say nothing of those before
   * @returns {boolean} false for what was told before
   */
  isNews(signal, id) {
    const [, topic, digits] = /^(.*?)-?(\d+)$/.exec(id ?? '') ?? [];
    if (digits === undefined) {
      return true;
    }
    if (topic !== this.topic) {
      this.topic = topic;
      this.last.clear();
    }
    const key = keyOf(signal);
    const offset = Number(digits);
    const isNews = !(offset <= this.last.get(key));
    if (isNews) {
      this.last.set(key, offset);
    }
    return isNews;
  }
}
