// When the list of datasets is fetched: at the start, after a gap, and when a signal names what is not in it.
import { keyOf } from './slice-key.js';

const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 300_000;
/** While a dataset is being read, and tells how far that is. */
const READING_PAUSE = 1500;
const MOST = 1000;

/** Keeps a catalogue up to date, one call at a time. */
export class Listing {
  /**
   * @param {import('./catalogue.js').Catalogue} catalogue
   * @param {{fetchDatasets: () => Promise<any[]>}} api
   * @param {() => void} changed
   * @param {() => string | undefined} current the dataset on screen
   * @param {() => {x?: string, y?: string}} [axes] those on screen, if not the dataset's own
   */
  constructor(catalogue, api, changed, current, axes = () => ({})) {
    Object.assign(this, { catalogue, api, changed, current, axes, problem: undefined, pause: FIRST_PAUSE });
    /** Of which slices the states are there beside those of the dataset's own axes. @type {string | undefined} */
    this.others = undefined;
  }

  /** Fetches it now; a call under way began too early to know, so another one follows it. */
  async refresh() {
    if (this.fetching) {
      this.again = true;
      return;
    }
    this.cancel();
    this.again = false;
    this.fetching = true;
    const since = this.catalogue.startFetch();
    try {
      this.catalogue.take(await this.api.fetchDatasets(), since);
      this.problem = undefined;
      this.others = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.catalogue.endFetch(since);
    this.fetching = false;
    this.changed();
    this.show();
    if (this.again) {
      this.refresh();
    } else if (this.problem || !this.catalogue.dataset(this.current())?.categories.length) {
      this.soon();
    }
  }

  /** Others of a dataset's columns are on screen: a list that is here has its states fetched, a long one does so itself. */
  show() {
    const dataset = this.catalogue.dataset(this.current());
    const { x, y } = this.axes();
    const wanted = x === undefined || !dataset?.columns ? undefined : keyOf({ dataset: dataset.name, x, y });
    if (wanted !== undefined && wanted !== this.others && !this.fetching && !dataset.categoryCount) {
      this.others = wanted;
      // Without them a state is known from its next signal on: no reason to try again.
      this.catalogue.fetchPage(dataset.name, { limit: MOST }).catch(() => {});
    }
  }

  /**
   * A signal named a category that is not in the list. Further ones do not postpone the call, and where it brings nothing
   * the next one waits longer, since a list need not hold every category.
   * @param {() => boolean} known whether it is in the list by now
   */
  miss(known) {
    if (!this.timer) {
      this.soon();
      const { pause } = this;
      this.found = () => {
        this.pause = known() ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
      };
    }
  }

  soon() {
    this.timer ??= setTimeout(async () => {
      const { found } = this;
      this.found = undefined;
      await this.refresh();
      found?.();
    }, this.catalogue.dataset(this.current())?.state === 'reading' ? READING_PAUSE : this.pause);
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
