// The fields in which dataset, axes, category and the category to compare with are chosen.
import { stateAt } from '../model/catalogue.js';
import { Choices } from '../model/choices.js';
import { Combobox } from './combobox.js';
import { byId, create, setShown, setText } from './dom.js';
import { formats, word } from './words.js';

const STATES = { cold: 'stateCold', computing: 'stateComputing', ready: 'stateReady', stale: 'stateStale', failed: 'stateFailed' };
const NONE = new Choices([]);
const AXES = ['x', 'y'];

export class Pickers {
  /**
   * @param {import('../model/catalogue.js').Catalogue} catalogue
   * @param {{dataset: (name: string) => void, category: (name: string) => void, axes: (axes: {x?: string, y?: string}) => void, other: (name: string) => void}} choose
   */
  constructor(catalogue, choose) {
    this.catalogue = catalogue;
    this.offered = {};
    const none = (text) => word('noMatch', { text });
    const describe = (name) => describeCategory(catalogue.category(this.dataset, name, this.axes), Date.now());
    this.datasets = new Combobox(byId('dataset'), byId('dataset-choices'), {
      choose: choose.dataset,
      describe: (name) => ({ detail: word('countOfCategories', { count: catalogue.dataset(name)?.choices.count ?? 0 }) }),
      none,
    });
    this.categories = new Combobox(byId('category'), byId('category-choices'), { choose: choose.category, describe, none });
    this.others = new Combobox(byId('compare'), byId('compare-choices'), { choose: choose.other, describe, none });
    for (const axis of AXES) {
      byId(`${axis}-axis`).addEventListener('change', ({ target }) => choose.axes({ [axis]: target.value }));
    }
    byId('category').addEventListener('input', () => this.renderCount());
    byId('category').addEventListener('blur', () => this.renderCount());
  }

  /** @param {import('../model/address.js').Address} address */
  render(address) {
    this.dataset = address.dataset;
    this.axes = { x: address.x, y: address.y };
    const choices = this.catalogue.dataset(address.dataset)?.choices ?? NONE;
    this.datasets.show(this.catalogue.choices, address.dataset);
    this.categories.show(choices, address.category);
    this.others.show(choices, address.other);
    setShown(byId('compare-field'), choices.count > 1 && !address.other);
    this.renderAxes(this.catalogue.dataset(address.dataset));
    this.renderCount();
    for (const button of [byId('previous'), byId('next')]) {
      button.disabled = choices.count < 2;
    }
  }

  /** Only where there is a choice; a list that somebody has open is left alone. */
  renderAxes(dataset) {
    setShown(byId('axes-field'), dataset?.columns !== undefined);
    for (const axis of dataset?.columns ? AXES : []) {
      const select = byId(`${axis}-axis`);
      const labels = dataset.columns.map(({ name }) => this.catalogue.titles({ dataset: dataset.name, x: name, y: name })[axis]);
      const offered = JSON.stringify([dataset.name, dataset.columns, labels]);
      if (this.offered[axis] !== offered) {
        this.offered[axis] = offered;
        select.replaceChildren(...dataset.columns.map(({ name }, index) => create('option', { value: name }, labels[index])));
      }
      const chosen = this.axes[axis] ?? dataset[axis];
      if (select.value !== chosen) {
        select.value = chosen;
      }
      select.title = select.selectedOptions[0]?.textContent ?? '';
    }
  }

  renderCount() {
    const { found, choices } = this.categories;
    const text = found.count === choices.count
      ? word('countOfCategories', { count: choices.count })
      : word('countOfMatches', { count: found.count, all: choices.count });
    setText(byId('category-count'), choices.count ? text : '');
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
