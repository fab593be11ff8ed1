// When the list of datasets is fetched: at the start, after a gap, and when a signal names what is not in it.

const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 300_000;
/** While a dataset is being read, and tells how far that is. */
const READING_PAUSE = 1500;

/** Keeps a catalogue up to date, one call at a time. */
export class Listing {
  /**
   * @param {import('./catalogue.js').Catalogue} catalogue
   * @param {{fetchDatasets: () => Promise<any[]>, fetchCategories: (dataset: string, after: string) => Promise<any>}} api
   * @param {() => void} changed
   * @param {() => string | undefined} current the dataset on screen
   */
  constructor(catalogue, api, changed, current) {
    Object.assign(this, { catalogue, api, changed, current, problem: undefined, pause: FIRST_PAUSE });
    /** Of which dataset the rest of the categories is there. @type {string | undefined} */
    this.whole = undefined;
  }

  /** Fetches it now; a call under way began too early to know, so another one follows it. */
  async refresh() {
    if (this.fetching) {
      this.again = true;
      return;
    }
    this.cancel();
    this.again = false;
    await this.fetchBy(async () => {
      this.catalogue.take(await this.api.fetchDatasets());
      this.changed();
      await this.fetchRest();
    });
    if (this.again) {
      this.refresh();
    } else if (this.problem || !this.catalogue.dataset(this.current())?.categories.length) {
      this.soon();
    }
  }

  /** Another dataset is on screen. */
  show() {
    if (!this.fetching && this.current() !== this.whole && this.catalogue.restAfter(this.current()) !== undefined) {
      this.fetchBy(() => this.fetchRest());
    }
  }

  async fetchBy(steps) {
    this.fetching = true;
    this.catalogue.startFetch();
    try {
      await steps();
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.catalogue.endFetch();
    this.fetching = false;
    this.changed();
  }

  /** Page by page, for as long as this dataset is on screen. */
  async fetchRest() {
    const dataset = this.current();
    const rest = [];
    let after = this.catalogue.restAfter(dataset);
    while (after !== undefined && dataset === this.current()) {
      const page = await this.api.fetchCategories(dataset, after);
      rest.push(...page.categories);
      after = page.next;
    }
    if (dataset === this.current()) {
      this.whole = dataset;
      if (rest.length) {
        this.catalogue.takeRest(dataset, rest);
      }
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
