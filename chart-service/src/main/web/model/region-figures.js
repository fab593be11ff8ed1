// The figures of the region zoomed into, fetched where the whole slice came reduced.
import { backoff, pause } from './retrying.js';

const SETTLE = 250;
/** What asking again does not change. */
const REFUSED = new Set([400, 404, 410]);
/** What an engine has reduced has no regions: it is not asked for them. */
const REDUCED = { code: 'REDUCED' };

export class RegionFigures {
  /**
   * @param {(what: any, how: any) => Promise<any>} fetchFigures
   * @param {() => void} changed
   */
  constructor(fetchFigures, changed) {
    this.fetchFigures = fetchFigures;
    this.changed = changed;
    /** @type {number | undefined} since when a region is being fetched */
    this.since = undefined;
    /** @type {any} why it could not be fetched the last time, until it can */
    this.problem = undefined;
  }

  /** The figures for this view and zoom, as far as they are there; fetches them where they are not. */
  of(view, zoom) {
    const { answer, carried, dataset, category, x, y } = view;
    if (!zoom || !answer || carried || !isReduced(answer)) {
      this.forget();
      return undefined;
    }
    const key = `${answer.version}|${JSON.stringify(zoom)}`;
    if (key !== this.key) {
      this.key = key;
      if (answer.reduced) {
        this.refuseSoon();
      } else {
        this.fetchSoon({ dataset, category, x, y, region: zoom }, answer.version);
      }
    }
    return this.shown?.version === answer.version ? this.shown : undefined;
  }

  forget() {
    this.abort();
    this.key = undefined;
    this.shown = undefined;
  }

  abort() {
    clearTimeout(this.timer);
    this.fetching?.abort();
    this.since = undefined;
    this.problem = undefined;
  }

  /** A zoom is often followed by another: only the one that rests is fetched, and an older one no longer. */
  fetchSoon(what, version) {
    this.abort();
    this.since = Date.now();
    this.fetching = new AbortController();
    const { signal } = this.fetching;
    this.timer = setTimeout(() => this.load(what, version, signal), SETTLE);
  }

  refuseSoon() {
    this.abort();
    this.timer = setTimeout(() => {
      this.problem = REDUCED;
      this.changed();
    }, SETTLE);
  }

  /** Asks until the region is there in the version on screen, or there is none such. */
  async load(what, version, signal) {
    for (let attempt = 0; !signal.aborted; attempt++) {
      const { answer, problem } = await this.fetchFigures(what, { signal }).catch((reason) => ({ problem: reason }));
      if (signal.aborted) {
        return;
      }
      this.problem = problem;
      if (answer?.version === version || REFUSED.has(problem?.status)) {
        this.since = undefined;
        this.shown = answer ?? this.shown;
        this.changed();
        return;
      }
      this.changed();
      await pause(problem?.details?.retryAfterMillis ?? backoff(attempt), signal);
    }
  }
}

function isReduced(answer) {
  return answer.figures.some(({ layout }) => layout.meta && layout.meta.method !== 'all');
}
