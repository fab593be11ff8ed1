// When the list of datasets is fetched: at the start, after a gap, and when a signal names what is not in it.
import { keyOf } from './slice-key.js';

const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 300_000;
/** While a dataset is being read, and tells how far that is. */
const READING_PAUSE = 1500;

/** Keeps a catalogue up to date, one call at a time. */
export class Listing {
  /**
   * @param {import('./catalogue.js').Catalogue} catalogue
   * @param {{fetchDatasets: () => Promise<any[]>, fetchCategories: (dataset: string, after?: string, axes?: {x?: string, y?: string}) => Promise<any>}} api
   * @param {() => void} changed
   * @param {() => string | undefined} current the dataset on screen
   * @param {() => {x?: string, y?: string}} [axes] those on screen, if not the dataset's own
   */
  constructor(catalogue, api, changed, current, axes = () => ({})) {
    Object.assign(this, { catalogue, api, changed, current, axes, problem: undefined, pause: FIRST_PAUSE });
    /** Of which slices the states are there beside those of the dataset's own axes. @type {string | undefined} */
    this.others = undefined;
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
      this.others = undefined;
      await this.fetchRest();
      await this.fetchOthers();
    });
    if (this.again) {
      this.refresh();
    } else if (this.problem || !this.catalogue.dataset(this.current())?.categories.length) {
      this.soon();
    }
  }

  /** Another dataset is on screen, or others of its columns. */
  show() {
    const lacksRest = this.current() !== this.whole && this.catalogue.restAfter(this.current()) !== undefined;
    if (!this.fetching && (lacksRest || this.othersLacking() !== undefined)) {
      this.fetchBy(async () => {
        await (lacksRest && this.fetchRest());
        await this.fetchOthers();
      });
    }
  }

  /** Of which slices the states are to be fetched. */
  othersLacking() {
    const dataset = this.catalogue.dataset(this.current());
    const { x, y } = this.axes();
    const wanted = x === undefined || !dataset?.columns ? undefined : keyOf({ dataset: dataset.name, x, y });
    return wanted === this.others ? undefined : wanted;
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
    this.show();
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

  /** Page by page likewise. Without them a state is known from its next signal on: no reason to try again. */
  async fetchOthers() {
    const wanted = this.othersLacking();
    if (wanted === undefined) {
      return;
    }
    this.others = wanted;
    const [dataset, axes] = [this.current(), this.axes()];
    for (let after, page; this.others === wanted && (!page || after !== undefined); after = page.next) {
      page = await this.api.fetchCategories(dataset, after, axes).catch(() => ({ categories: [] }));
      this.catalogue.takeOthers(dataset, axes, page.categories);
      this.changed();
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
