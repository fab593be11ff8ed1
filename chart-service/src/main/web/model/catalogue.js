// The datasets and the state of every category of theirs.
import { keyOf } from './slice-key.js';

/**
 * @typedef {{name: string, state: string, rows?: number, computedAt?: number, expiresAt?: number, staleAt?: number,
 *   computeMillis?: number, startedAt?: number}} Category
 * @typedef {{name: string, title: string, xTitle?: string, yTitle?: string, default?: boolean, defaultCategory?: string,
 *   x?: string, y?: string, columns?: {name: string, type: string}[], error?: any, state?: string, progress?: number, categoryCount?: number, listed: number, notes?: any[], categories: Category[],
 *   choices: {key: string, label: string}[], byName: Map<string, Category>}} Dataset
 */

/** What is known of all categories: the list as fetched, and every signal that came since. */
export class Catalogue {
  constructor() {
    /** @type {Map<string, Dataset> | undefined} */
    this.datasets = undefined;
    this.choices = undefined;
    /** Of each category its states under other axes than the dataset's own, as signals told them. @type {Map<string, Map<string, Category>>} */
    this.others = new Map();
    /** Signals since the list was asked for, while it is on its way. @type {any[] | undefined} */
    this.recent = undefined;
  }

  /** To be called before the list is asked for: signals that come meanwhile are newer than it. */
  startFetch() {
    this.recent = [];
  }

  /** @param {any[]} list */
  take(list) {
    const before = this.datasets;
    this.datasets = new Map(list.map((dataset) => [dataset.name, readDataset(withRest(dataset, before?.get(dataset.name)))]));
    this.choices = list.map(({ name, title }) => ({ key: name, label: title || name }));
    this.recent?.forEach((signal) => this.mark(signal));
  }

  /**
   * Of a dataset with many categories the list holds the first ones only.
   * @param {any[]} rest those that follow them
   */
  takeRest(name, rest) {
    const dataset = this.datasets?.get(name);
    if (dataset) {
      const { categories, listed } = dataset;
      this.datasets.set(name, { ...readDataset({ ...dataset, categories: [...categories.slice(0, listed), ...rest] }), listed });
      this.recent?.forEach((signal) => this.mark(signal));
    }
  }

  /**
   * The states under other axes than the dataset's own.
   * @param {{x?: string, y?: string}} axes
   * @param {any[]} categories
   */
  takeOthers(dataset, { x, y }, categories) {
    for (const category of readDataset({ categories }).categories) {
      this.setOther({ dataset, category: category.name, x, y }, category);
    }
    this.recent?.forEach((signal) => this.mark(signal));
  }

  setOther({ dataset, category, x, y }, state) {
    const key = keyOf({ dataset, category });
    this.others.set(key, (this.others.get(key) ?? new Map()).set(keyOf({ dataset, category, x, y }), state));
  }

  /** Behind which category the rest of them begins, where there is one that is not known yet. */
  restAfter(name) {
    const dataset = this.datasets?.get(name);
    return dataset?.categoryCount > dataset?.listed ? dataset.categories[dataset.listed - 1].name : undefined;
  }

  /** Whatever came of it: what was gathered meanwhile is of no more use. */
  endFetch() {
    this.recent = undefined;
  }

  apply(signal) {
    this.recent?.push(signal);
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

/** Until the rest is fetched again, it is what it was. */
function withRest(dataset, before) {
  const listed = dataset.categories.length;
  const rest = dataset.categoryCount > listed ? (before?.categories.slice(before.listed) ?? []) : [];
  return { ...dataset, listed, categories: [...dataset.categories, ...rest] };
}

function readDataset(dataset) {
  const categories = dataset.categories.map((category) => ({
    ...category,
    computedAt: time(category.computedAt),
    staleAt: time(category.staleAt),
    expiresAt: time(category.expiresAt),
  }));
  const choices = categories.map(({ name }) => ({ key: name, label: name }));
  return { ...dataset, categories, choices, byName: new Map(categories.map((category) => [category.name, category])) };
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
