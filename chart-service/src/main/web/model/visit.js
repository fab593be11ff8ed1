// One visit: what is on screen, and everything that changes it.
import { readAddress, writeAddress } from './address.js';
import { Catalogue } from './catalogue.js';
import { hearing } from './hearing.js';
import { Listing } from './listing.js';
import { Live } from './live.js';
import { Neighbours } from './neighbours.js';
import { misfits } from './region.js';
import { RegionFigures } from './region-figures.js';
import { Rest } from './rest.js';
import { SignalOrder } from './signal-order.js';
import { isAbout, keyOf, tell } from './slice-key.js';
import { CategoryTracker } from './tracker.js';

/**
 * @typedef {{changed: () => void, heard: (signal: any) => void,
 *   happened: (event: string, view?: any, before?: any) => void}} Listener
 */
export class Visit {
  /**
   * @param {{fetchDatasets: () => Promise<any[]>, fetchCategories: (query: any) => Promise<any>, fetchFigures: (what: any, how: any) => Promise<any>, fetchHeldFigures: (what: any) => Promise<any>}} api
   * @param {(listener: any) => {url?: string, follow: (dataset?: string) => void, open: () => void, close: () => void}} streamTo
   * @param {{search: () => string, change: (search: string, how: string) => void}} addressBar
   * @param {Listener} listener
   * @param {number} hearsWithin how long the service may take to hear that data has changed
   */
  constructor(api, streamTo, addressBar, listener, hearsWithin) {
    this.api = api;
    this.addressBar = addressBar;
    this.listener = listener;
    this.hearsWithin = hearsWithin;
    this.address = readAddress(addressBar.search());
    this.catalogue = new Catalogue(api.fetchCategories, () => this.listener.changed(), () => this.address);
    this.listing = new Listing(this.catalogue, api, () => this.listed(), () => this.address.dataset, () => this.address);
    this.order = new SignalOrder();
    this.neighbours = new Neighbours(api.fetchHeldFigures);
    this.live = new Live((signal) => this.apply(signal), () => this.applyMore());
    this.stream = streamTo(hearing(this));
    this.rest = new Rest({ begin: () => this.sleep(), end: () => this.wake(), none: () => this.renew(Date.now()) });
    this.regions = { main: this.newRegions(), other: this.newRegions() };
    /** @type {{main?: CategoryTracker, other?: CategoryTracker}} */
    this.trackers = {};
    /** @type {{since: number} | undefined} */
    this.lost = undefined;
  }

  newRegions() {
    return new RegionFigures(this.api.fetchFigures, () => this.listener.changed());
  }

  start() {
    this.show(this.address);
    this.listing.refresh();
  }

  /** The address bar says something else: back, forward, or a link. */
  revisit() {
    this.show(readAddress(this.addressBar.search()));
  }

  /** Why the region in the address is none of the figures on screen; nothing if it is one. */
  misfits() {
    const answer = this.trackers.main?.view.answer;
    return answer ? misfits(this.address.region, answer.figures[0].layout) : [];
  }

  /** The views on screen, the chosen one first. */
  views() {
    return [this.trackers.main, this.trackers.other].filter((one) => one !== undefined).map(({ view }) => view);
  }

  /**
   * @param {Partial<import('./address.js').Address>} change
   * @param {'push' | 'replace'} [how]
   */
  go(change, how = 'push') {
    const address = this.catalogue.settled({ ...this.address, ...change });
    const search = writeAddress(address);
    if (search !== this.addressBar.search()) {
      this.addressBar.change(search, how);
    }
    this.show(address);
  }

  /** The edges of a region are values of the axes before. @param {{x?: string, y?: string}} axes */
  chooseAxes({ x, y }) {
    this.go({ x: x ?? this.address.x, y: y ?? this.address.y, region: undefined });
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
    const { dataset, category } = this.address;
    const go = (next) => {
      if (next !== undefined && dataset === this.address.dataset && category === this.address.category) {
        this.chooseCategory(next);
      }
    };
    const next = this.catalogue.dataset(dataset)?.choices.beside(category, by);
    if (next instanceof Promise) {
      next.then(go);
    } else {
      go(next);
    }
  }

  show(address) {
    const dataset = this.address.dataset;
    this.address = this.catalogue.settled(address);
    if (dataset !== address.dataset || !this.stream.url) {
      this.neighbours.shut();
      this.stream.follow(address.dataset);
    }
    this.follow('main', address.category);
    this.follow('other', address.other);
    this.listing.show();
    this.listener.changed();
  }

  follow(side, category) {
    const before = this.trackers[side];
    const { dataset, x, y } = this.address;
    if (before && keyOf(before.view) === keyOf({ dataset, category, x, y })) {
      return;
    }
    before?.stop();
    this.regions[side].forget();
    this.trackers[side] = undefined;
    if (dataset === undefined || category === undefined) {
      return;
    }
    const changed = (view, event, answerBefore) => {
      this.listener.happened(event, view, answerBefore);
      this.listener.changed();
    };
    this.trackers[side] = new CategoryTracker({ dataset, category, x, y }, this.api.fetchFigures, changed, before?.view.answer, this.api.fetchHeldFigures);
    const held = this.neighbours.of({ dataset, category, x, y }, Date.now());
    if (held) {
      this.trackers[side].take(held);
    }
    this.trackers[side].ask();
  }

  /** What a next step would show is fetched while there is time. */
  fetchNeighbours() {
    const { dataset, category, x, y } = this.address;
    const choices = this.catalogue.dataset(dataset)?.choices;
    if (!this.hidden && choices) {
      const present = (name) => this.catalogue.category(dataset, name, { x, y });
      this.neighbours.fetchAround({ dataset, category, x, y }, choices, present, Date.now());
    }
  }

  listed() {
    if (!this.listing.problem) {
      this.choosePresent();
    }
    this.listener.changed();
  }

  /** What the address leaves open is chosen as the datasets say. */
  choosePresent() {
    const { dataset, category } = this.address;
    const chosen = dataset === undefined ? this.catalogue.defaultDataset() : this.catalogue.dataset(dataset);
    const present = chosen && { dataset: chosen.name, category: category ?? chosen.defaultCategory ?? chosen.categories[0]?.name };
    if (present && writeAddress(this.catalogue.settled({ ...this.address, ...present })) !== writeAddress(this.address)) {
      this.go(present, 'replace');
    }
  }

  /** The stream goes on where it broke off; what no signal tells, such as a new dataset, may have changed too. */
  connected() {
    this.neighbours.open();
    if (this.lost) {
      this.lost = undefined;
      this.listener.happened('connected');
      this.listing.refresh();
      Object.values(this.trackers).filter((one) => one && !RESTING.has(one.view.phase)).forEach((one) => one.ask());
    }
    this.listener.changed();
  }

  awaits(signal) {
    return Object.values(this.trackers).some((one) => one && isAbout(one.view, signal) && (one.asking || one.view.asked));
  }

  apply(signal) {
    const isListed = () => this.catalogue.category(signal.dataset, signal.category) !== undefined;
    if (this.catalogue.datasets && !isListed()) {
      this.listing.miss(isListed);
    }
    this.catalogue.apply(signal);
    Object.values(this.trackers).forEach((one) => one && tell(one, signal, this.hearsWithin));
    this.listener.changed();
  }

  /** More has happened than was told one by one: what is on screen is asked for again. */
  applyMore() {
    if (this.catalogue.renew(this.address.dataset)) {
      this.listing.refresh();
    }
    Object.values(this.trackers).filter((one) => one && !one.asking && !RESTING.has(one.view.phase)).forEach((one) => one.ask());
    this.listener.changed();
  }

  /** Asks for what has turned stale, unless nobody looks or wants no changes now. */
  renew(now) {
    if (this.live.on && !this.hidden && !this.lost) {
      Object.values(this.trackers).filter((one) => one?.isDue(now)).forEach((one) => one.ask());
    }
  }

  sleep() {
    this.stream.close();
    this.neighbours.shut();
  }

  wake() {
    this.lost ??= { since: Date.now() };
    this.stream.open();
  }

  /** @param {boolean} hidden */
  seen(hidden) {
    this.hidden = hidden;
    this.rest.seen(hidden);
  }
}

const NOTHING = { category: undefined, x: undefined, y: undefined, other: undefined, region: undefined };
const RESTING = new Set(['forgotten', 'unknown']);
