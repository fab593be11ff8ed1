// The fields in which dataset, category and the category to compare with are chosen.
import { stateAt } from '../model/catalogue.js';
import { Combobox } from './combobox.js';
import { byId, setShown, setText } from './dom.js';
import { formats, word } from './words.js';

const STATES = { cold: 'stateCold', computing: 'stateComputing', ready: 'stateReady', stale: 'stateStale', failed: 'stateFailed' };
const NONE = [];

export class Pickers {
  /**
   * @param {import('../model/catalogue.js').Catalogue} catalogue
   * @param {{dataset: (name: string) => void, category: (name: string) => void, other: (name: string) => void}} choose
   */
  constructor(catalogue, choose) {
    this.catalogue = catalogue;
    const none = (text) => word('noMatch', { text });
    const describe = (name) => describeCategory(catalogue.category(this.dataset, name), Date.now());
    this.datasets = new Combobox(byId('dataset'), byId('dataset-choices'), {
      choose: choose.dataset,
      describe: (name) => ({ detail: word('countOfCategories', { count: catalogue.dataset(name)?.categories.length ?? 0 }) }),
      none,
    });
    this.categories = new Combobox(byId('category'), byId('category-choices'), { choose: choose.category, describe, none });
    this.others = new Combobox(byId('compare'), byId('compare-choices'), { choose: choose.other, describe, none });
    byId('category').addEventListener('input', () => this.renderCount());
    byId('category').addEventListener('blur', () => this.renderCount());
  }

  /** @param {import('../model/address.js').Address} address */
  render(address) {
    this.dataset = address.dataset;
    const choices = this.catalogue.dataset(address.dataset)?.choices ?? NONE;
    this.datasets.show(this.catalogue.choices ?? NONE, address.dataset);
    this.categories.show(choices, address.category);
    this.others.show(choices, address.other);
    setShown(byId('compare-field'), choices.length > 1 && !address.other);
    this.renderCount();
    for (const button of [byId('previous'), byId('next')]) {
      button.disabled = choices.length < 2;
    }
  }

  renderCount() {
    const { found, choices } = this.categories;
    const text = found.length === choices.length
      ? word('countOfCategories', { count: choices.length })
      : word('countOfMatches', { count: found.length, all: choices.length });
    setText(byId('category-count'), choices.length ? text : '');
  }
}

function describeCategory(category, now) {
  if (!category) {
    return { detail: '' };
  }
  const state = stateAt(category, now);
  const words = [word(STATES[state] ?? 'stateCold')];
  if (category.rows !== undefined && category.rows !== null) {
    words.push(word('rowsInStatus', { rows: category.rows }));
  }
  if (category.computeMillis !== undefined && category.computeMillis !== null) {
    const done = state === 'ready' || state === 'stale';
    words.push(word(done ? 'optionTook' : 'optionTakes', { time: formats.duration(category.computeMillis) }));
  }
  return { detail: words.join(' · '), mark: state };
}
