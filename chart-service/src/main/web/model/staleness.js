// When a page asks again for what has turned stale under it.
import { time } from './catalogue.js';

const SOONEST = 1000;
const LONGEST_SPREAD = 30_000;
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 600_000;

/**
 * Notices that an answer on screen has turned stale. Asking for it is what starts its refresh, and the first page that asks
 * makes all others see it as being computed: so each waits a while of its own choice, and most never ask.
 */
export class Staleness {
  /** @param {() => number} random from 0 to 1 */
  constructor(random = Math.random) {
    this.random = random;
  }

  /**
   * @param {import('./tracker.js').View} view
   * @returns {boolean} whether to ask for it now
   */
  isDue(view, now) {
    if (view.carried || !view.answer || view.phase !== 'settled' || view.error) {
      return false;
    }
    this.look(view.answer, now);
    if (!(now >= this.dueAt)) {
      return false;
    }
    this.rest(now);
    return true;
  }

  /** An answer that was stale when it came has started its refresh by coming. */
  look({ version, state, staleAt, expiresAt }, now) {
    const seen = `${version} ${state} ${staleAt}`;
    if (seen === this.seen) {
      return;
    }
    this.seen = seen;
    this.pause = FIRST_PAUSE;
    if (state === 'stale') {
      this.rest(now);
    } else {
      const spread = Math.min(LONGEST_SPREAD, (time(expiresAt) - time(staleAt)) / 4);
      this.dueAt = time(staleAt) + SOONEST + this.random() * spread;
    }
  }

  /** Where nothing came of it, such as while Kafka is away, it is asked for again, ever more seldom. */
  rest(now) {
    this.dueAt = now + this.pause * (0.75 + this.random() / 2);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
  }
}
