// One visit: what is on screen, and everything that changes it. Knows no document but the address bar.
import { readAddress, writeAddress } from './address.js';
import { Catalogue } from './catalogue.js';
import { Following } from './following.js';
import { Live } from './live.js';
import { Regions } from './regions.js';
import { SignalStream } from './signals.js';

const RETRY_DATASETS = 5000;
const ASLEEP_AFTER = 60_000;
const LOOK_EVERY = 1000;

/**
 * @typedef {{changed: () => void, heard: (signal: any) => void,
 *   happened: (event: string, view?: any, before?: any) => void}} Listener
 */
export class Visit {
  /**
   * @param {typeof import('./api.js')} api
   * @param {Listener} listener
   * @param {number} silence after so many milliseconds the event stream is taken for lost
   */
  constructor(api, listener, silence) {
    this.api = api;
    this.listener = listener;
    this.address = readAddress(location.search);
    this.catalogue = new Catalogue();
    this.live = new Live((signal) => this.apply(signal));
    this.stream = new SignalStream(this.streamListener(), silence);
    this.regions = { main: this.newRegions(), other: this.newRegions() };
    /** @type {{main?: Following, other?: Following}} */
    this.following = {};
    /** @type {{since: number} | undefined} */
    this.lost = undefined;
    /** @type {any} */
    this.datasetsProblem = undefined;
  }

  newRegions() {
    return new Regions(this.api.fetchFigures, () => this.listener.changed());
  }

  start() {
    addEventListener('popstate', () => this.show(readAddress(location.search)));
    addEventListener('offline', () => this.stream.retry());
    addEventListener('online', () => this.stream.open());
    document.addEventListener('visibilitychange', () => this.rest());
    setInterval(() => this.renew(Date.now()), LOOK_EVERY);
    this.show(this.address);
    this.fetchDatasets();
  }

  /** The views on screen, the chosen one first. */
  views() {
    return [this.following.main, this.following.other].filter((one) => one !== undefined).map(({ view }) => view);
  }

  /**
   * @param {Partial<import('./address.js').Address>} change
   * @param {'push' | 'replace'} [how]
   */
  go(change, how = 'push') {
    const address = { ...this.address, ...change };
    const url = `${location.pathname}${writeAddress(address)}`;
    if (url !== location.pathname + location.search) {
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', url);
    }
    this.show(address);
  }

  chooseDataset(dataset) {
    const { defaultCategory, categories } = this.catalogue.dataset(dataset) ?? { categories: [] };
    this.go({ ...NOTHING, dataset, category: defaultCategory ?? categories[0]?.name });
  }

  chooseCategory(category) {
    this.go({ category, other: this.address.other === category ? undefined : this.address.other, region: undefined });
  }

  /** @param {number} by */
  step(by) {
    const choices = this.catalogue.dataset(this.address.dataset)?.choices ?? [];
    const index = choices.findIndex(({ key }) => key === this.address.category) + by;
    if (choices[index]) {
      this.chooseCategory(choices[index].key);
    }
  }

  show(address) {
    const dataset = this.address.dataset;
    this.address = address;
    if (dataset !== address.dataset || !this.stream.url) {
      this.stream.follow(address.dataset);
    }
    this.follow('main', address.category);
    this.follow('other', address.other);
    this.listener.changed();
  }

  follow(side, category) {
    const before = this.following[side];
    const { dataset } = this.address;
    if (before?.view.dataset === dataset && before?.view.category === category) {
      return;
    }
    before?.stop();
    this.regions[side].forget();
    this.following[side] = undefined;
    if (dataset === undefined || category === undefined) {
      return;
    }
    const changed = (view, event, answerBefore) => {
      this.listener.happened(event, view, answerBefore);
      this.listener.changed();
    };
    this.following[side] = new Following({ dataset, category }, this.api.fetchFigures, changed, before?.view.answer);
    this.following[side].ask();
  }

  async fetchDatasets() {
    clearTimeout(this.datasetsTimer);
    this.catalogue.startFetch();
    try {
      this.catalogue.take(await this.api.fetchDatasets());
      this.datasetsProblem = undefined;
      this.choosePresent();
    } catch (problem) {
      this.datasetsProblem = problem;
    }
    if (!this.catalogue.dataset(this.address.dataset)?.categories.length) {
      this.datasetsTimer = setTimeout(() => this.fetchDatasets(), RETRY_DATASETS);
    }
    this.listener.changed();
  }

  /** What the address leaves open is chosen as the datasets say. */
  choosePresent() {
    const { dataset, category } = this.address;
    const chosen = dataset === undefined ? this.catalogue.defaultDataset() : this.catalogue.dataset(dataset);
    if (chosen && (dataset === undefined || category === undefined)) {
      this.go({ dataset: chosen.name, category: category ?? chosen.defaultCategory ?? chosen.categories[0]?.name }, 'replace');
    }
  }

  streamListener() {
    return {
      opened: () => this.connected(),
      signal: (signal) => {
        this.listener.heard(signal);
        this.live.take(signal, this.awaits(signal));
      },
      lost: () => {
        if (!this.lost) {
          this.lost = { since: Date.now() };
          this.listener.happened('lost');
          // A stream does not say why it was refused; a call does, and leads to the login where that has ended.
          this.api.fetchDatasets().catch(() => {});
        }
        this.listener.changed();
      },
    };
  }

  /** After a gap everything may have changed: the state of all categories, and what is on screen. */
  connected() {
    if (this.lost) {
      this.lost = undefined;
      this.listener.happened('connected');
      this.fetchDatasets();
      Object.values(this.following).filter((one) => one && !RESTING.has(one.view.phase)).forEach((one) => one.ask());
    }
    this.listener.changed();
  }

  awaits(signal) {
    return Object.values(this.following).some((one) => one && matches(one.view, signal) && (one.asking || one.view.asked));
  }

  apply(signal) {
    if (this.catalogue.datasets && !this.catalogue.category(signal.dataset, signal.category)) {
      clearTimeout(this.datasetsTimer);
      this.datasetsTimer = setTimeout(() => this.fetchDatasets(), RETRY_DATASETS);
    }
    this.catalogue.apply(signal);
    Object.values(this.following).filter((one) => one && matches(one.view, signal)).forEach((one) => one.signal(signal));
    this.listener.changed();
  }

  /** Asks for what has turned stale, unless nobody looks or wants no changes now. */
  renew(now) {
    if (this.live.on && !document.hidden && !this.lost) {
      Object.values(this.following).filter((one) => one?.isDue(now)).forEach((one) => one.ask());
    }
  }

  /** A page that nobody looks at gives its connection back after a while: browsers have few for one origin. */
  rest() {
    clearTimeout(this.restTimer);
    if (document.hidden) {
      this.restTimer = setTimeout(() => {
        this.stream.close();
        this.asleep = true;
      }, ASLEEP_AFTER);
    } else if (this.asleep) {
      this.asleep = false;
      this.lost ??= { since: Date.now() };
      this.stream.open();
    } else {
      this.renew(Date.now());
    }
  }
}

const NOTHING = { category: undefined, other: undefined, region: undefined };
const RESTING = new Set(['forgotten', 'unknown']);

function matches(view, signal) {
  return view.dataset === signal.dataset && view.category === signal.category;
}
