// The four figures on screen: always drawn together, of one version, with one range of axes for all.
import { keyOf } from '../model/slice-key.js';
import { clear, outermost, paint, takesLong } from './ahead.js';
import { measureAlike } from './comparison.js';
import { byId, setShown, setText } from './dom.js';
import { KINDS } from '../model/kinds.js';
import { CONFIG, dress, loadPlotly, presentTemplate, rangeOf, withTimes } from './plotly.js';
import { reductionOf } from './reduction.js';
import { word } from './words.js';

/** How long the page rests before plotly takes over what was painted ahead of it. */
const REST = 150;
const LONGEST_PAUSE = 30_000;

export class Figures {
  /**
   * @param {{zoomed: (region: any) => void, unzoomed: () => void, shown: () => void,
   *   broken: (reason: Error | undefined) => void}} listener
   */
  constructor(listener) {
    this.listener = listener;
    this.cards = KINDS.map((kind) => byId(`card-${kind}`));
    this.drawn = {};
    this.sheets = [];
    this.failures = 0;
    this.retryAt = 0;
    this.cards.forEach(label);
    this.sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => this.resize(target)));
    this.plots().forEach((plot) => this.sizes.observe(plot));
    /** Figures painted ahead of plotly, and how to have it draw them. @type {Map<any, () => Promise<any>>} */
    this.ahead = new Map();
    /** Which category each plot shows. @type {WeakMap<any, string>} */
    this.shown = new WeakMap();
    for (const event of ['pointerdown', 'pointermove', 'wheel']) {
      byId('figures').addEventListener(event, () => this.settle(), { capture: true, passive: true });
    }
  }

  plots(side) {
    return this.cards.flatMap((card) => [...card.querySelectorAll(side ? `.plot[data-side=${side}]` : '.plot')]);
  }

  plot(kind, side = 'main') {
    return byId(`card-${kind}`).querySelector(`.plot[data-side=${side}]`);
  }

  /**
   * Draws what is not on screen yet.
   * @param {{main?: Sheet, other?: Sheet}} sheets
   * @typedef {{answer: any, name: string, dataset: string, region?: any, titles: {x?: string, y?: string}}} Sheet
   * @param {import('../model/address.js').Region | undefined} zoom
   */
  async draw(sheets, zoom) {
    this.wanted = { sheets, zoom };
    this.last = this.wanted;
    if (this.drawing || !sheets.main || Date.now() < this.retryAt) {
      return;
    }
    this.drawing = true;
    try {
      const plotly = await loadPlotly();
      while (this.wanted) {
        const wanted = this.wanted;
        this.wanted = undefined;
        await this.drawAll(plotly, wanted);
      }
      this.failures = 0;
      this.listener.broken(undefined);
    } catch (reason) {
      this.failed(reason);
    } finally {
      this.drawing = false;
    }
  }

  /** What failed counts as not drawn; the page, which renders every second, has it tried again. */
  failed(reason) {
    this.drawn = {};
    this.retryAt = Date.now() + Math.min(LONGEST_PAUSE, 500 * 2 ** this.failures++);
    this.listener.broken(reason);
  }

  /** Tries at once what failed. */
  again() {
    this.retryAt = 0;
    this.draw(this.last.sheets, this.last.zoom);
  }

  async drawAll(plotly, { sheets, zoom }) {
    const theme = document.documentElement.dataset.shade;
    const template = presentTemplate(theme);
    const common = sheets.main && sheets.other ? `${sheets.main.answer.version}/${sheets.other.answer.version}` : '';
    const alike = common && sheets.main.answer.x === sheets.other.answer.x && sheets.main.answer.y === sheets.other.answer.y;
    const drawings = [];
    const keys = {};
    for (const side of ['main', 'other']) {
      const sheet = sheets[side];
      this.plots(side).forEach((plot) => setShown(plot, side === 'main' || sheet !== undefined));
      const key = sheet && [(sheet.region ?? sheet.answer).stamp, sheet.name, JSON.stringify([zoom, sheet.titles]), theme, common, alike].join('|');
      if (sheet && key !== this.drawn[side]) {
        drawings.push(...this.drawSide(plotly, side, sheet, { template, zoom, named: common !== '' }));
      }
      keys[side] = key;
    }
    await Promise.all(drawings);
    if (drawings.length) {
      this.sheets = [sheets.main, sheets.other];
      this.sayReductions();
      this.settleSoon();
      requestAnimationFrame(() => setTimeout(() => this.painted(sheets.main)));
    }
    if (drawings.length && alike) {
      await measureAlike(plotly, (kind, side) => this.plot(kind, side), zoom !== undefined);
    }
    this.drawn = keys;
  }

  drawSide(plotly, side, sheet, { template, zoom, named }) {
    const revision = keyOf(sheet.answer);
    return (sheet.region ?? sheet.answer).figures.map(({ kind, ...figure }) => {
      const plot = this.plot(kind, side);
      const dressed = () => dress(figure, { template, revision, range: zoom, titles: sheet.titles, named });
      const other = this.shown.get(plot) !== revision || this.ahead.has(plot);
      return this.drawPlot(plotly, plot, dressed, other && !named).then(() => {
        this.shown.set(plot, revision);
        plot.dataset.name = sheet.name;
        plot.setAttribute('aria-label', word('figureLabel', { figure: word(kind), category: sheet.name }));
      });
    });
  }

  /** @param {boolean} quickly whether another category is to be seen at once, rather than the same one to be changed in place */
  async drawPlot(plotly, plot, dressed, quickly) {
    this.ahead.delete(plot);
    const { data, layout } = dressed();
    const whole = async () => {
      this.ahead.delete(plot);
      const { data: traces, layout: places } = dressed();
      await plotly.react(plot, traces.map((trace) => withTimes(trace, places)), places, CONFIG);
      clear(plot);
    };
    if (quickly && takesLong(data[0])) {
      await plotly.react(plot, [withTimes(outermost(data[0]), layout)], layout, CONFIG);
      paint(plot, data[0]);
      this.ahead.set(plot, whole);
    } else {
      await whole();
    }
    this.listen(plot);
  }

  /** After the frame that brought the figures onto the screen: what follows would otherwise take their place in it. */
  painted({ answer }) {
    this.onScreen = keyOf(answer);
    const { whenShown } = this;
    this.whenShown = undefined;
    whenShown?.();
    this.listener.shown();
  }

  /** @param {import('../model/address.js').Address} address */
  hasShown(address) {
    return this.onScreen === keyOf(address);
  }

  settleSoon() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.settle(), REST);
  }

  /** Has plotly draw at once what was painted ahead of it: someone touches the figures, wants them elsewhere, or time is left. */
  async settle() {
    try {
      await Promise.all([...this.ahead.values()].map((draw) => draw()));
    } catch (reason) {
      this.failed(reason);
    }
  }

  /** @param {string | undefined} still whose figures these are while others are awaited */
  sayOwner(still) {
    if (still !== this.still) {
      this.still = still;
      this.sayReductions();
    }
  }

  /** How many rows each figure shows: of either category, where two are compared. */
  sayReductions() {
    const shown = this.sheets.filter((sheet) => sheet !== undefined);
    KINDS.forEach((kind, index) => {
      const metas = shown.map(({ region, answer }) => ({ ...(region ?? answer).figures[index].layout.meta, ofRegion: region !== undefined }));
      const element = byId(`rows-${kind}`);
      const rows = metas.map(reductionOf).join(' / ');
      const words = this.still === undefined ? rows : word('stillOf', { category: this.still, what: rows });
      setText(element, words);
      element.title = metas.some(({ coarse }) => coarse) ? `${words}. ${word('rowsCoarseWhy')}` : words;
    });
  }

  listen(plot) {
    if (!plot.dataset.heard) {
      plot.dataset.heard = 'yes';
      plot.on('plotly_relayout', (change) => this.relayouted(plot, change));
      plot.on('plotly_doubleclick', () => this.listener.unzoomed());
    }
  }

  relayouted(plot, change) {
    if (!Object.keys(change).some((key) => /^[xy]axis\.(range|autorange)/.test(key))) {
      return;
    }
    this.listener.zoomed(rangeOf(plot));
  }

  /** Observers tell of the first size too, in which the figure is drawn already. */
  resize(plot) {
    const { clientWidth, clientHeight, _fullLayout: drawn } = plot;
    const differs = (one, other) => Math.abs(one - other) >= 1;
    if (drawn && clientWidth && clientHeight && (differs(drawn.width, clientWidth) || differs(drawn.height, clientHeight))) {
      this.settle();
      globalThis.Plotly.Plots.resize(plot);
    }
  }

  /** One figure for itself, or all four. */
  fill(kind) {
    byId('figures').dataset.filled = kind ?? '';
    document.body.classList.toggle('filled', kind !== undefined);
    for (const card of this.cards) {
      const own = card.dataset.kind;
      setShown(card, kind === undefined || own === kind);
      const button = card.querySelector('[data-does=fill]');
      const label = own === kind ? word('backToGrid') : word('fillWindow', { figure: word(own) });
      button.setAttribute('aria-pressed', String(own === kind));
      button.setAttribute('aria-label', label);
      button.title = label;
    }
  }
}

function label(card) {
  const figure = word(card.dataset.kind);
  for (const [does, key] of [['table', 'showTable'], ['menu', 'downloadFigure']]) {
    const button = card.querySelector(`[data-does=${does}]`);
    button.setAttribute('aria-label', word(key, { figure }));
    button.title = word(key, { figure });
  }
}

