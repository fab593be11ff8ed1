// The datasets and the state of every category of theirs.

/**
 * @typedef {{name: string, state: string, rows?: number, computedAt?: number, expiresAt?: number, staleAt?: number,
 *   computeMillis?: number, startedAt?: number}} Category
 * @typedef {{name: string, title: string, xTitle?: string, yTitle?: string, default?: boolean, defaultCategory?: string,
 *   error?: any, state?: string, progress?: number, categoryCount?: number, listed: number, notes?: any[], categories: Category[],
 *   choices: {key: string, label: string}[], byName: Map<string, Category>}} Dataset
 */

/** What is known of all categories: the list as fetched, and every signal that came since. */
export class Catalogue {
  constructor() {
    /** @type {Map<string, Dataset> | undefined} */
    this.datasets = undefined;
    this.choices = undefined;
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
    const category = this.category(signal.dataset, signal.category);
    if (category) {
      Object.assign(category, readSignal(signal, category));
    }
  }

  dataset(name) {
    return name === undefined ? undefined : this.datasets?.get(name);
  }

  category(dataset, name) {
    return this.datasets?.get(dataset)?.byName.get(name);
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
