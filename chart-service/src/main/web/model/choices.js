// What a list offers to choose from: all of it where it is short; of a long one what was looked at, the rest is with the service.

/** @typedef {{key: string, label: string}} Choice */

/** A list that is here. */
export class Choices {
  /** @param {Choice[]} all */
  constructor(all) {
    this.all = all;
    this.places = new Map(all.map(({ key }, place) => [key, place]));
  }

  get count() {
    return this.all.length;
  }

  /** @returns {Choice | undefined} nothing if it is not known yet */
  at(place) {
    return this.all[place];
  }

  /** @returns {number | undefined} */
  placeOf(key) {
    return this.places.get(key);
  }

  matching(text) {
    const part = text.toLocaleLowerCase();
    return part === '' ? this : new Choices(this.all.filter(({ label }) => label.toLocaleLowerCase().includes(part)));
  }

  /** The key that stands so many places behind another one, or a promise of it. */
  beside(key, by) {
    const place = this.placeOf(key);
    return place === undefined ? undefined : this.at(place + by)?.key;
  }
}

const PAGE = 100;
const TYPING = 150;
const AGAIN = 2000;

/** A list of which the service has the most: its pages are fetched as they are looked at. */
export class LongChoices {
  /**
   * @param {(query: {search?: string, from?: number, around?: string, limit: number}) => Promise<any>} fetchPage
   * @param {{count?: number, search?: string, variant?: () => string}} [known] how many there are, if that is known; what the
   *   pages depend on: where that is another they are fetched anew
   */
  constructor(fetchPage, { count, search, variant = () => '' } = {}) {
    Object.assign(this, { fetchPage, count, search, variant });
    /** By number. A page to be renewed still shows what it had. @type {Map<number, {choices: Choice[], of?: string}>} */
    this.pages = new Map();
    this.places = new Map();
    /** Calls under way, and for a while those that failed. @type {Map<string, Promise<any>>} */
    this.calls = new Map();
    /** Of these the service says that there is none. */
    this.absent = new Set();
  }

  at(place) {
    const number = Math.floor(place / PAGE);
    const page = this.pages.get(number);
    if ((!page || page.of !== this.variant()) && place >= 0 && !(place >= this.count)) {
      this.load(number);
    }
    return page?.choices[place % PAGE];
  }

  placeOf(key) {
    if (key !== undefined && !this.places.has(key) && !this.absent.has(key) && this.search === undefined) {
      this.find(key);
    }
    return this.places.get(key);
  }

  /** Only the last one counts: it is asked for when no key was pressed for a moment. */
  matching(text) {
    if (text === '') {
      return this;
    }
    if (this.sought?.search !== text) {
      clearTimeout(this.typing);
      const sought = new LongChoices(this.fetchPage, { search: text, variant: this.variant });
      this.sought = sought;
      this.typing = setTimeout(() => {
        this.typing = undefined;
        sought.load(0);
      }, TYPING);
    } else if (this.sought.count === undefined && !this.typing) {
      this.sought.load(0);
    }
    return this.sought;
  }

  beside(key, by) {
    const place = this.placeOf(key);
    const next = place === undefined ? undefined : this.at(place + by);
    return next ? next.key : this.findBeside(key, by);
  }

  async findBeside(key, by) {
    await (this.places.has(key) || this.find(key));
    const place = this.places.get(key);
    if (place === undefined || place + by < 0 || place + by >= this.count) {
      return undefined;
    }
    await (this.at(place + by) || this.load(Math.floor((place + by) / PAGE)));
    return this.at(place + by)?.key;
  }

  /** There may be others now, in other states. */
  renew(count = this.count) {
    this.take({ count });
    this.pages.forEach((page) => {
      page.of = undefined;
    });
    this.absent.clear();
    this.sought?.renew(undefined);
  }

  load(number) {
    return this.call(`page ${number}`, { from: number * PAGE });
  }

  find(key) {
    return this.call(`around ${key}`, { around: key }).then((problem) => problem?.status === 404 && this.absent.add(key));
  }

  /** One at a time under a name, and none again soon where it failed. @returns {Promise<any>} the problem, if there was one */
  call(name, query) {
    const of = this.variant();
    const call = this.calls.get(name) ?? this.fetchPage({ search: this.search, limit: PAGE, ...query }).then(
      ({ from, matchCount, categories }) => {
        this.calls.delete(name);
        const choices = categories.map((category) => ({ key: category.name, label: category.name }));
        this.take({ count: matchCount });
        this.pages.set(from / PAGE, { choices, of });
        choices.forEach((choice, index) => this.places.set(choice.key, from + index));
      },
      (problem) => {
        setTimeout(() => this.calls.delete(name), AGAIN);
        return problem;
      },
    );
    this.calls.set(name, call);
    return call;
  }

  take({ count }) {
    if (count !== undefined && this.count !== undefined && count !== this.count) {
      this.pages.clear();
      this.places.clear();
    }
    this.count = count ?? this.count;
  }
}
