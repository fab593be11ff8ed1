// The figures of the region zoomed into, fetched where the whole slice came reduced.

const SETTLE = 250;

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
  }

  /** The figures for this view and zoom, as far as they are there; fetches them where they are not. */
  of(view, zoom) {
    const { answer, carried, dataset, category } = view;
    if (!zoom || !answer || carried || !isReduced(answer)) {
      this.forget();
      return undefined;
    }
    const key = `${answer.version}|${JSON.stringify(zoom)}`;
    if (key !== this.key) {
      this.key = key;
      this.fetchSoon({ dataset, category, region: zoom }, key);
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
  }

  /** A zoom is often followed by another: only the one that rests is fetched, and an older one no longer. */
  fetchSoon(what, key) {
    this.abort();
    this.since = Date.now();
    this.fetching = new AbortController();
    const { signal } = this.fetching;
    this.timer = setTimeout(() => this.load(what, key, signal), SETTLE);
  }

  async load(what, key, signal) {
    const result = await this.fetchFigures(what, { wait: true, signal }).catch(() => ({}));
    if (signal.aborted || key !== this.key) {
      return;
    }
    this.since = undefined;
    this.shown = result.answer ?? this.shown;
    this.changed();
  }
}

function isReduced(answer) {
  return answer.figures.some(({ layout }) => layout.meta && layout.meta.method !== 'all');
}
