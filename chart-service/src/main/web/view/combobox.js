// A field that is searched by typing, with its list (the ARIA combobox pattern). Of a long list only what is in sight exists.
import { Choices } from '../model/choices.js';
import { create, setShown, setText } from './dom.js';

const ROW = 44;
const MARGIN = 6;
/** Browsers know no taller boxes, some from 17 million on: of longer lists a step of the scroll bar passes more. */
const TALLEST = 15_000_000;
const NOTHING = new Choices([]);

/**
 * @typedef {Choices | import('../model/choices.js').LongChoices} List
 * @typedef {{detail: string, mark?: string}} Description what else to say of a choice, asked for those in sight only
 */
export class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {{choose: (key: string) => void, describe: (key: string) => Description, none: (text: string) => string}} options
   */
  constructor(input, list, { choose, describe, none }) {
    Object.assign(this, { input, list, choose, describe, none, choices: NOTHING, found: NOTHING, active: -1, typed: false, chosen: undefined });
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
   * @param {List} choices
   * @param {string | undefined} chosen
   */
  show(choices, chosen) {
    const at = choices.placeOf(chosen);
    // Of what was just chosen the place in a long list may have to be waited for.
    const before = chosen === this.chosen && choices === this.choices ? this.label : undefined;
    const label = choices.at(at ?? -1)?.label ?? before ?? '';
    const grown = choices !== this.choices || choices.count !== this.count;
    const moved = chosen !== this.chosen || label !== this.label || at !== this.chosenAt;
    Object.assign(this, { choices, chosen, label, count: choices.count, chosenAt: at });
    if (!this.typed && (moved || grown)) {
      this.input.value = label;
    }
    if (grown || this.sought) {
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
    this.picks = false;
    this.fresh = false;
    this.input.value = this.label ?? '';
    this.search();
    this.shut();
  }

  typing() {
    this.typed = true;
    this.picks = false;
    this.fresh = true;
    this.open();
    this.search();
    this.renderRows();
  }

  /** What is found may have to be waited for; until then the list stays, and nothing of it is the one that is meant. */
  search() {
    const found = this.choices.matching(this.typed ? this.input.value.trim() : '');
    const awaited = found.count === undefined;
    this.sought = awaited ? found : undefined;
    if (awaited) {
      this.active = -1;
      return;
    }
    this.found = found;
    if (this.fresh) {
      this.fresh = false;
      this.active = found.count ? 0 : -1;
      this.list.scrollTop = 0;
    }
    const nothing = found.count === 0 && this.typed && this.input.value.trim() !== '';
    setShown(this.nothing, nothing);
    // A list that is shown has options, if only one that cannot be chosen.
    this.nothing.setAttribute('role', nothing ? 'option' : 'presentation');
    setText(this.nothing, !nothing ? '' : this.none(this.input.value.trim()));
    if (this.picks && found.at(0)) {
      this.pick(found.at(0).key);
      this.input.select();
    }
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step && !event.altKey) {
      this.open();
      this.move(this.active < 0 ? this.place(this.chosen) : this.active + step);
    } else if (event.key === 'Enter' && this.sought) {
      this.picks = true;
    } else if (event.key === 'Enter' && this.found.at(this.active)) {
      this.pick(this.found.at(this.active).key);
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
    this.active = Math.max(0, Math.min(this.found.count - 1, to));
    this.intoSight(this.active);
    this.renderRows();
  }

  place(key) {
    return this.found.placeOf(key) ?? 0;
  }

  toChosen() {
    if (this.list.clientHeight) {
      this.intoSight(this.place(this.chosen));
    }
  }

  get height() {
    return Math.min(TALLEST, this.found.count * ROW);
  }

  /** So many pixels of the list of all rows pass by with one of the scroll bar. */
  get scale() {
    const rest = this.height - this.list.clientHeight;
    return this.height < TALLEST || rest <= 0 ? 1 : (this.found.count * ROW - this.list.clientHeight) / rest;
  }

  intoSight(index) {
    const { scale, list } = this;
    const top = index * ROW;
    const seen = list.scrollTop * scale;
    this.space.style.height = `${this.height}px`;
    if (top < seen) {
      list.scrollTop = top / scale;
    } else if (top + ROW > seen + list.clientHeight) {
      list.scrollTop = (top + ROW - list.clientHeight) / scale;
    }
  }

  click(event) {
    const option = event.target.closest('[role=option]');
    if (option?.dataset.key !== undefined && option !== this.nothing) {
      this.pick(option.dataset.key);
    }
  }

  pick(key) {
    this.chosen = key;
    this.label = this.found.at(this.found.placeOf(key))?.label;
    this.leave();
    this.choose(key);
  }

  renderRows() {
    this.space.style.height = `${this.height}px`;
    const seen = this.list.scrollTop * this.scale;
    const hidden = seen - this.list.scrollTop;
    const first = Math.max(0, Math.floor(seen / ROW) - MARGIN);
    const last = Math.min(this.found.count, Math.ceil((seen + this.list.clientHeight) / ROW) + MARGIN);
    const rows = [...this.space.children];
    rows.slice(Math.max(0, last - first)).forEach((row) => row.remove());
    for (let index = first; index < last; index++) {
      this.renderRow(rows[index - first] ?? this.newRow(), index, index * ROW - hidden);
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

  renderRow(row, index, top) {
    const choice = this.found.at(index);
    const { detail, mark = '' } = choice ? this.describe(choice.key) : { detail: '' };
    row.id = `${this.list.id}-${index}`;
    row.style.transform = `translateY(${top}px)`;
    if (choice) {
      row.dataset.key = choice.key;
    } else {
      delete row.dataset.key;
    }
    row.title = choice?.label ?? '';
    row.setAttribute('aria-busy', String(!choice));
    row.setAttribute('aria-selected', String(choice !== undefined && choice.key === this.chosen));
    row.setAttribute('aria-setsize', String(this.found.count));
    row.setAttribute('aria-posinset', String(index + 1));
    row.classList.toggle('active', index === this.active && this.opened);
    setText(row.querySelector('.name'), choice?.label ?? '…');
    row.querySelector('.mark').dataset.state = mark;
    setText(row.querySelector('.state'), detail);
  }
}
