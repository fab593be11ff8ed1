// One category on screen: asks for its figures, follows its signals, and knows what to say about it.
import { Announcement, readError } from './announcement.js';
import { isBusy } from './badge.js';
import { time } from './catalogue.js';
import { backoff, pause } from './retrying.js';
import { Staleness } from './staleness.js';

const ANSWER_AFTER_SIGNAL = 1500;
const SIGNAL_AFTER_REQUEST = 15_000;
const UNTIL_LEASE_IS_TAKEN = 15_000;

/**
 * What is known of a category on screen.
 * `phase`: asking (no word yet), waiting, computing, settled, forgotten, unknown, unavailable (asked again by itself).
 * `carried`: the answer still belongs to the category, or the axes, shown before.
 * @typedef {{dataset: string, category: string, x?: string, y?: string, phase: string, answer?: any, carried: boolean, since: number, busySince?: number,
 *   startedAt?: number, until?: number, expectedMillis?: number, error?: any, waited: boolean, unchanged?: boolean}} View
 */

export class CategoryTracker {
  /**
   * @param {{dataset: string, category: string, x?: string, y?: string}} what
   * @param {(what: any, how: any) => Promise<any>} fetchFigures
   * @param {(view: View, event: string) => void} changed events: answer (another version), again (the same one), confirmed, computing, failed, forgotten, phase
   * @param {any} [before] the answer that stays on screen until the first of this category is there
   * @param {(what: any) => Promise<any>} [fetchHeld] what the service holds, if it does
   */
  constructor(what, fetchFigures, changed, before, fetchHeld = async () => undefined) {
    this.fetchFigures = fetchFigures;
    this.fetchHeld = fetchHeld;
    this.changed = changed;
    this.aging = new Staleness();
    /** What the newest signal named, until it is here. @type {Announcement | undefined} */
    this.announced = undefined;
    /** @type {View} */
    this.view = { ...what, phase: 'asking', answer: before, carried: before !== undefined, since: Date.now(), waited: false };
  }

  get own() {
    return this.view.carried ? undefined : this.view.answer;
  }

  /** Asks until there is an answer or a reason why there is none. */
  async ask() {
    this.stop();
    const asking = new AbortController();
    this.asking = asking;
    if (!this.own || this.view.phase === 'forgotten') {
      this.set({ phase: 'asking', since: Date.now(), error: undefined, startedAt: undefined });
    }
    for (let attempt = 0; !asking.signal.aborted; attempt++) {
      try {
        const { answer, pending } = await this.fetchFigures(this.view, { signal: asking.signal });
        if (asking.signal.aborted) {
          return;
        }
        if (answer && (this.announced?.isMetBy(answer) ?? true)) {
          this.announced = undefined;
          this.stop();
          this.take(answer);
          return;
        }
        if (answer) {
          this.takeOutdated(answer);
          await (this.announced.tries > 1 && pause(backoff(this.announced.tries - 2), asking.signal));
        } else {
          this.pending(pending);
          await pause(Math.min(pending.retryAfterMillis ?? 1000, 1000), asking.signal);
        }
      } catch (problem) {
        if (asking.signal.aborted || !this.survives(problem)) {
          return;
        }
        await pause(problem.details?.retryAfterMillis ?? backoff(attempt), asking.signal);
      }
    }
  }

  /** Waits for signals of a computation asked for elsewhere; asks only if none comes. */
  expect() {
    this.stop();
    this.set({ phase: this.own ? this.view.phase : 'waiting', since: Date.now(), error: undefined, waited: true });
    this.later = setTimeout(() => this.ask(), SIGNAL_AFTER_REQUEST);
  }

  /** No longer asks; what is shown stays. */
  stop() {
    this.asking?.abort();
    this.asking = undefined;
    clearTimeout(this.later);
  }

  take(answer) {
    const before = this.own;
    const error = answer.error && readError(answer.error, this.view.error);
    if (before?.version === answer.version) {
      this.takeAgain(answer, error);
      return;
    }
    const waited = this.view.waited || ['waiting', 'computing'].includes(this.view.phase);
    this.set({ answer, carried: false, phase: 'settled', error, waited, startedAt: undefined }, 'answer', before);
  }

  /** The replica that answers has not heard yet of what another one announced: its answer stands in only where there is none. */
  takeOutdated(answer) {
    if (!this.own) {
      this.take({ ...answer, state: 'stale' });
    }
  }

  /** The same version again keeps the figures that are drawn; stale, it may be the very one that is being refreshed. */
  takeAgain({ state, staleAt, expiresAt, error: told }, error) {
    const answer = Object.assign(this.own, { state, staleAt, expiresAt, error: told });
    const refreshing = state === 'stale' && !error && this.view.phase === 'computing' && !this.isOverdue(Date.now());
    const event = error && error !== this.view.error ? 'failed' : 'again';
    this.set({ answer, error, ...(refreshing ? {} : { phase: 'settled', startedAt: undefined }) }, event);
  }

  /** Whether it is time to ask again although nothing was heard. */
  isDue(now) {
    return this.isOverdue(now) || this.aging.isDue(this.view, now);
  }

  /** Whether a computation has lasted longer than it can: its end was not heard. */
  isOverdue(now) {
    return this.view.phase === 'computing' && !this.asking && now > (this.view.until ?? Infinity) + UNTIL_LEASE_IS_TAKEN;
  }

  pending({ state, startedAt, expectedMillis }) {
    this.set({
      phase: state,
      waited: true,
      startedAt: state === 'computing' ? (time(startedAt) ?? this.view.startedAt) : undefined,
      expectedMillis: expectedMillis ?? this.view.expectedMillis,
    });
  }

  /** @returns {boolean} whether to ask again */
  survives(problem) {
    if (problem.status === 404 || problem.status === 400) {
      this.stop();
      this.set({ phase: 'unknown', error: problem });
      return false;
    }
    if (problem.status === 502) {
      this.stop();
      this.set({ phase: 'settled', error: readError(problem) }, 'failed');
      return false;
    }
    // What is shown with its age can go on being shown while asking for something newer does not work.
    if (!this.own || this.view.phase !== 'settled') {
      this.set({ phase: 'unavailable', error: problem });
    }
    return true;
  }

  /** @param {any} signal of this category */
  signal(signal) {
    switch (signal.status) {
      case 'computing':
        if (!this.asking) {
          clearTimeout(this.later);
        }
        this.set({
          phase: 'computing',
          waited: this.view.waited || this.asking !== undefined,
          startedAt: time(signal.startedAt),
          until: time(signal.leaseUntil),
          expectedMillis: signal.expectedMillis ?? this.view.expectedMillis,
        }, 'computing');
        return;
      case 'ready':
        this.ready(signal);
        return;
      case 'failed':
        this.failed(signal);
        return;
      default:
        // Whoever asked for a category that was forgotten before waits for it; what is only asked for once more goes.
        if (!this.asking || (this.own && this.view.phase === 'settled')) {
          this.stop();
          this.announced = undefined;
          this.set({ phase: 'forgotten', since: Date.now(), error: undefined }, 'forgotten');
          this.later = setTimeout(() => this.lookAfterEnd(), ANSWER_AFTER_SIGNAL);
        }
    }
  }

  /** An end can have the last word although another version is there: the service looks then, and holds what it finds. */
  async lookAfterEnd() {
    const answer = await this.fetchHeld(this.view).catch(() => undefined);
    if (answer && answer.version !== this.own?.version && this.view.phase === 'forgotten' && !this.asking) {
      this.take(answer);
    }
  }

  ready(signal) {
    if (this.own?.version === signal.version) {
      this.announced = undefined;
      const { computedAt, staleAt, expiresAt } = signal;
      const answer = Object.assign(this.own, { state: 'ready', computedAt, staleAt, expiresAt, error: undefined });
      this.set({ answer, phase: 'settled', error: undefined }, 'confirmed');
    } else if (!Announcement.isOldNews(signal, this.own)) {
      this.announced = new Announcement(signal, this.own);
      this.askSoon();
    }
  }

  failed(signal) {
    const version = signal.available?.version;
    clearTimeout(this.later);
    if (version && version !== this.own?.version) {
      this.askSoon();
    } else if (!this.asking) {
      this.set({ phase: 'settled', error: readError(signal.error) }, 'failed');
    } else {
      this.later = setTimeout(() => this.failedUnanswered(signal), ANSWER_AFTER_SIGNAL);
    }
  }

  failedUnanswered(signal) {
    this.stop();
    this.set({ phase: 'settled', error: readError(signal.error) }, 'failed');
  }

  /** A call that waits is answered as the signal comes; only where it is not, it is made again. */
  askSoon() {
    if (this.asking) {
      this.askIn(ANSWER_AFTER_SIGNAL);
    } else {
      this.ask();
    }
  }

  /** @param {number} millis */
  askIn(millis) {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.ask(), millis);
  }

  set(change, event = 'phase', before = undefined) {
    const busyBefore = isBusy(this.view);
    Object.assign(this.view, change);
    if (isBusy(this.view) && !(busyBefore && this.view.busySince)) {
      this.view.busySince = Date.now();
    }
    this.changed(this.view, event, before);
  }
}
