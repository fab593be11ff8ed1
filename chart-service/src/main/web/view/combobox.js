// A field that is searched by typing, with its list (the ARIA combobox pattern). Of a long list only what is in sight exists.
import { create, setShown, setText } from './dom.js';

const ROW = 44;
const MARGIN = 6;

/**
 * @typedef {{key: string, label: string}} Choice
 * @typedef {{detail: string, mark?: string}} Description what else to say of a choice, asked for those in sight only
 */
export class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {{choose: (key: string) => void, describe: (key: string) => Description, none: (text: string) => string}} options
   */
  constructor(input, list, { choose, describe, none }) {
    Object.assign(this, { input, list, choose, describe, none, choices: [], found: [], active: -1, typed: false, chosen: undefined });
    this.space = create('div', { role: 'presentation' });
    this.list.append(this.space);
    this.nothing = create('p', { className: 'none', role: 'presentation', 'aria-disabled': 'true', hidden: true });
    this.list.append(this.nothing);
    input.addEventListener('input', () => this.typing());
    input.addEventListener('focus', () => input.select());
    input.addEventListener('click', () => this.open());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.leave());
    list.addEventListener('scroll', () => this.renderRows(), { passive: true });
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => this.click(event));
    new ResizeObserver(() => this.renderRows()).observe(list);
  }

  /**
   * @param {Choice[]} choices
   * @param {string | undefined} chosen
   */
  show(choices, chosen) {
    const moved = chosen !== this.chosen;
    const grown = choices !== this.choices;
    this.choices = choices;
    this.chosen = chosen;
    if (!this.typed) {
      this.input.value = moved || grown ? (choices.find((choice) => choice.key === chosen)?.label ?? '') : this.input.value;
    }
    if (grown) {
      this.search();
    }
    if (moved || grown) {
      this.toChosen();
    }
    this.renderRows();
  }

  get opened() {
    return this.input.getAttribute('aria-expanded') === 'true';
  }

  open() {
    if (!this.opened) {
      this.input.setAttribute('aria-expanded', 'true');
      this.list.dataset.open = '';
      this.toChosen();
      this.renderRows();
    }
  }

  shut() {
    this.input.setAttribute('aria-expanded', 'false');
    delete this.list.dataset.open;
    this.active = -1;
    this.renderRows();
  }

  leave() {
    this.typed = false;
    this.input.value = this.choices.find((choice) => choice.key === this.chosen)?.label ?? '';
    this.search();
    this.shut();
  }

  typing() {
    this.typed = true;
    this.open();
    this.search();
    this.active = this.found.length ? 0 : -1;
    this.list.scrollTop = 0;
    this.renderRows();
  }

  search() {
    const text = this.typed ? this.input.value.trim().toLocaleLowerCase() : '';
    this.found = text === '' ? this.choices : this.choices.filter((choice) => choice.label.toLocaleLowerCase().includes(text));
    const nothing = this.found.length === 0 && text !== '';
    setShown(this.nothing, nothing);
    // A list that is shown has options, if only one that cannot be chosen.
    this.nothing.setAttribute('role', nothing ? 'option' : 'presentation');
    setText(this.nothing, !nothing ? '' : this.none(this.input.value.trim()));
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step && !event.altKey) {
      this.open();
      this.move(this.active < 0 ? this.place(this.chosen) : this.active + step);
    } else if (event.key === 'Enter' && this.active >= 0) {
      this.pick(this.found[this.active].key);
      this.input.select();
    } else if (event.key === 'Escape' && (this.opened || this.typed)) {
      this.leave();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  }

  move(to) {
    this.active = Math.max(0, Math.min(this.found.length - 1, to));
    this.intoSight(this.active);
    this.renderRows();
  }

  place(key) {
    return Math.max(0, this.found.findIndex((choice) => choice.key === key));
  }

  toChosen() {
    if (this.list.clientHeight) {
      this.intoSight(this.place(this.chosen));
    }
  }

  intoSight(index) {
    const top = index * ROW;
    if (top < this.list.scrollTop) {
      this.list.scrollTop = top;
    } else if (top + ROW > this.list.scrollTop + this.list.clientHeight) {
      this.space.style.height = `${this.found.length * ROW}px`;
      this.list.scrollTop = top + ROW - this.list.clientHeight;
    }
  }

  click(event) {
    const option = event.target.closest('[role=option]');
    if (option && option !== this.nothing) {
      this.pick(option.dataset.key);
    }
  }

  pick(key) {
    this.chosen = key;
    this.leave();
    this.choose(key);
  }

  renderRows() {
    this.space.style.height = `${this.found.length * ROW}px`;
    const first = Math.max(0, Math.floor(this.list.scrollTop / ROW) - MARGIN);
    const last = Math.min(this.found.length, Math.ceil((this.list.scrollTop + this.list.clientHeight) / ROW) + MARGIN);
    const rows = [...this.space.children];
    rows.slice(Math.max(0, last - first)).forEach((row) => row.remove());
    for (let index = first; index < last; index++) {
      this.renderRow(rows[index - first] ?? this.newRow(), index);
    }
    const active = this.active >= 0 && this.opened;
    if (active) {
      this.input.setAttribute('aria-activedescendant', `${this.list.id}-${this.active}`);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  newRow() {
    const row = create('div', { role: 'option' });
    row.append(
      create('span', { className: 'name' }),
      create('span', { className: 'mark' }, create('i', { 'aria-hidden': 'true' }), create('span', { className: 'state' })),
    );
    this.space.append(row);
    return row;
  }

  renderRow(row, index) {
    const { key, label } = this.found[index];
    const { detail, mark = '' } = this.describe(key);
    row.id = `${this.list.id}-${index}`;
    row.style.transform = `translateY(${index * ROW}px)`;
    row.dataset.key = key;
    row.title = label;
    row.setAttribute('aria-selected', String(key === this.chosen));
    row.setAttribute('aria-setsize', String(this.found.length));
    row.setAttribute('aria-posinset', String(index + 1));
    row.classList.toggle('active', index === this.active && this.opened);
    setText(row.querySelector('.name'), label);
    row.querySelector('.mark').dataset.state = mark;
    setText(row.querySelector('.state'), detail);
  }
}
