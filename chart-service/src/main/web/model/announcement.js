// A version that a signal named and that is not here yet. Replicas are not all equally far: the one that answers may not know
// what the one that streams has announced.
import { time } from './catalogue.js';

const TRIES = 6;

export class Announcement {
  /**
   * @param {{version: string, computedAt?: string}} signal
   * @param {{version: string} | undefined} shown what was there before
   */
  constructor({ version, computedAt }, shown) {
    this.version = version;
    this.computedAt = time(computedAt);
    this.replaced = shown?.version;
    this.tries = 0;
  }

  /** A run that ended before the one on screen; a version that was memoized may be older and come back nevertheless. */
  static isOldNews({ computedAt, memoized }, shown) {
    return shown !== undefined && !memoized && time(computedAt) < time(shown.computedAt);
  }

  /**
   * @param {{version: string, computedAt?: string}} answer
   * @returns {boolean} whether it is the version announced or a newer one. What was announced because data came back may be
   *   older than what it replaced: which of both is newer is taken from the answer after a few tries
   */
  isMetBy(answer) {
    if (answer.version === this.version) {
      return true;
    }
    this.tries++;
    return time(answer.computedAt) >= this.computedAt && (answer.version !== this.replaced || this.tries > TRIES);
  }
}

/** A failure told again is the one that is known, and as old as it. */
export function readError({ code, message }, known = undefined) {
  return known?.failedAt && known.code === code && known.message === message ? known : { code, message, failedAt: Date.now() };
}
