// The datasets and the state of every category of theirs.
import { Choices, LongChoices } from './choices.js';
import { keyOf } from './slice-key.js';

const NONE = new Choices([]);

/**
 * @typedef {{name: string, state: string, rows?: number, computedAt?: number, expiresAt?: number, staleAt?: number,
 *   computeMillis?: number, startedAt?: number}} Category
 * @typedef {{name: string, title: string, xTitle?: string, yTitle?: string, default?: boolean, defaultCategory?: string,
 *   x?: string, y?: string, columns?: {name: string, type: string}[], error?: any, state?: string, progress?: number, categoryCount?: number, notes?: any[], categories: Category[],
 *   choices: Choices | LongChoices, byName: Map<string, Category>}} Dataset
 */

/** What is known of all categories: the list as fetched, the pages of long ones, and every signal that came since. */
export class Catalogue {
  /**
   * @param {(query: any) => Promise<any>} [fetchCategories] a page of the categories of a dataset
   * @param {() => void} [changed] one has come
   * @param {() => {dataset?: string, x?: string, y?: string}} [axes] what is on screen; the dataset's own axes if absent
   */
  constructor(fetchCategories = undefined, changed = () => {}, axes = () => ({})) {
    Object.assign(this, { fetchCategories, changed, axes });
    /** @type {Map<string, Dataset> | undefined} */
    this.datasets = undefined;
    this.choices = NONE;
    /** Of each category its states under other axes than the dataset's own, as signals told them. @type {Map<string, Map<string, Category>>} */
    this.others = new Map();
    /** Of each call that is under way the signals that came since it was made: they are newer than what it brings. @type {Set<any[]>} */
    this.fetches = new Set();
  }

  /** To be called before something is asked for, and its result given to whoever takes what comes, and in the end to `endFetch`. */
  startFetch() {
    const since = [];
    this.fetches.add(since);
    return since;
  }

  /** Whatever came of it. */
  endFetch(since) {
    this.fetches.delete(since);
  }

  /** @param {any[]} list */
  take(list, since = []) {
    const before = this.datasets;
    this.datasets = new Map(list.map((dataset) => [dataset.name, this.readDataset(dataset, before?.get(dataset.name))]));
    this.choices = new Choices(list.map(({ name, title }) => ({ key: name, label: title || name })));
    since.forEach((signal) => this.mark(signal));
  }

  /** Of a long list the first categories come along, and those that were looked at are asked for again when they are in sight. */
  readDataset(dataset, before) {
    const categories = dataset.categories.map(readCategory);
    const long = dataset.categoryCount > categories.length;
    const byName = new Map([...(long ? (before?.byName ?? []) : []), ...categories.map((category) => [category.name, category])]);
    const choices = !long
      ? new Choices(categories.map(({ name }) => ({ key: name, label: name })))
      : before?.choices instanceof LongChoices
        ? before.choices
        : new LongChoices((query) => this.fetchPage(dataset.name, query), { count: dataset.categoryCount, variant: () => keyOf(this.axes()) });
    if (long) {
      choices.renew(dataset.categoryCount);
    }
    return { ...dataset, categories, choices, byName };
  }

  /** A page of categories, with their states under the axes on screen. */
  async fetchPage(name, query) {
    const since = this.startFetch();
    const { dataset: current, x, y } = this.axes();
    const others = current === name && x !== undefined ? { x, y } : {};
    try {
      const page = await this.fetchCategories({ dataset: name, ...others, ...query });
      const { byName } = this.datasets?.get(name) ?? { byName: new Map() };
      for (const category of page.categories.map(readCategory)) {
        if (others.x === undefined) {
          byName.set(category.name, category);
        } else {
          byName.set(category.name, byName.get(category.name) ?? { name: category.name, state: 'cold' });
          this.setOther({ dataset: name, category: category.name, ...others }, category);
        }
      }
      since.forEach((signal) => this.mark(signal));
      return page;
    } finally {
      this.endFetch(since);
      queueMicrotask(this.changed);
    }
  }

  setOther({ dataset, category, x, y }, state) {
    const key = keyOf({ dataset, category });
    this.others.set(key, (this.others.get(key) ?? new Map()).set(keyOf({ dataset, category, x, y }), state));
  }

  /** More has happened to the categories of a dataset than was told one by one. @returns {boolean} whether its list has to be fetched */
  renew(name) {
    const choices = this.datasets?.get(name)?.choices;
    if (choices instanceof LongChoices) {
      choices.renew();
      return false;
    }
    return true;
  }

  apply(signal) {
    this.fetches.forEach((since) => since.push(signal));
    this.mark(signal);
  }

  mark(signal) {
    const { dataset, category: name, x, y } = signal;
    if (x !== undefined) {
      const before = this.others.get(keyOf({ dataset, category: name }))?.get(keyOf(signal)) ?? { name, state: 'cold' };
      this.setOther(signal, { ...before, ...readSignal(signal, before) });
      return;
    }
    if (signal.status === 'invalidated') {
      this.others.delete(keyOf({ dataset, category: name }));
    }
    const category = this.category(dataset, name);
    if (category) {
      Object.assign(category, readSignal(signal, category));
    }
  }

  dataset(name) {
    return name === undefined ? undefined : this.datasets?.get(name);
  }

  /** @param {{x?: string, y?: string}} [axes] the dataset's own if absent */
  category(dataset, name, { x, y } = {}) {
    const own = this.datasets?.get(dataset)?.byName.get(name);
    if (x === undefined || !own) {
      return own;
    }
    return this.others.get(keyOf({ dataset, category: name }))?.get(keyOf({ dataset, category: name, x, y })) ?? { name, state: 'cold' };
  }

  /**
   * One pair of columns has one name: both where they are not the dataset's own, else none.
   * @template {{dataset?: string, x?: string, y?: string}} What
   * @param {What} what
   * @returns {What}
   */
  settled(what) {
    const own = this.dataset(what.dataset);
    if (own?.x === undefined || (what.x ?? what.y) === undefined) {
      return what;
    }
    const full = { x: what.x ?? own.x, y: what.y ?? own.y };
    return { ...what, ...(full.x === own.x && full.y === own.y ? { x: undefined, y: undefined } : full) };
  }

  /**
   * What the axes are called: a dataset has titles for its own columns, and others are called by their names.
   * @param {{dataset?: string, x?: string, y?: string}} what
   */
  titles({ dataset, x, y }) {
    const own = this.dataset(dataset);
    const titles = [[own?.x, own?.xTitle], [own?.y, own?.yTitle]];
    const title = (column, order) => order.find(([name]) => name === column)?.[1] ?? column;
    return x === undefined ? { x: own?.xTitle, y: own?.yTitle } : { x: title(x, titles), y: title(y, [...titles].reverse()) };
  }

  defaultDataset() {
    const all = [...(this.datasets?.values() ?? [])];
    return all.find((dataset) => dataset.default) ?? all[0];
  }
}

/** The state of a category at a moment: what was ready grows stale, and is cold once it expired. */
export function stateAt(category, now) {
  const held = category.state === 'ready' || category.state === 'stale';
  if (held && category.expiresAt < now) {
    return 'cold';
  }
  return category.state === 'ready' && category.staleAt < now ? 'stale' : category.state;
}

function readCategory(category) {
  return {
    ...category,
    computedAt: time(category.computedAt),
    staleAt: time(category.staleAt),
    expiresAt: time(category.expiresAt),
  };
}

function readSignal(signal, before) {
  switch (signal.status) {
    case 'ready':
      return {
        state: 'ready',
        rows: signal.rows,
        computedAt: time(signal.computedAt),
        staleAt: time(signal.staleAt),
        expiresAt: time(signal.expiresAt),
        computeMillis: signal.computeMillis ?? before.computeMillis,
      };
    case 'computing':
      return {
        state: 'computing',
        startedAt: time(signal.startedAt),
        computeMillis: signal.expectedMillis ?? before.computeMillis,
      };
    case 'failed':
      return { state: 'failed' };
    default:
      return { state: 'cold', staleAt: undefined, expiresAt: undefined };
  }
}

export function time(text) {
  return typeof text === 'string' ? Date.parse(text) : (text ?? undefined);
}
