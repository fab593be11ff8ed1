// The four figures on screen: always drawn together, of one version, with one range of axes for all.
import { byId, setShown, setText } from './dom.js';
import { CONFIG, dress, loadPlotly, presentTemplate } from './plotting.js';
import { reductionOf } from './reduction.js';
import { word } from './words.js';

export const KINDS = ['scatter', 'line', 'histogram2d', 'histogram2dcontour'];

export class Figures {
  /** @param {{zoomed: (region: any) => void, unzoomed: () => void, broken: (reason: Error | undefined) => void}} listener */
  constructor(listener) {
    this.listener = listener;
    this.cards = KINDS.map((kind) => byId(`card-${kind}`));
    this.drawn = { main: undefined, other: undefined };
    this.cards.forEach(label);
    this.sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => this.resize(target)));
    this.plots().forEach((plot) => this.sizes.observe(plot));
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
   * @param {import('./address.js').Region | undefined} zoom
   */
  async draw(sheets, zoom) {
    this.wanted = { sheets, zoom };
    if (this.drawing || !sheets.main) {
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
      this.listener.broken(undefined);
    } catch (reason) {
      this.listener.broken(reason);
    } finally {
      this.drawing = false;
    }
  }

  async drawAll(plotly, { sheets, zoom }) {
    const theme = document.documentElement.dataset.shade;
    const template = presentTemplate();
    const common = sheets.main && sheets.other ? `${sheets.main.answer.version}/${sheets.other.answer.version}` : '';
    const drawings = [];
    for (const side of ['main', 'other']) {
      const sheet = sheets[side];
      this.plots(side).forEach((plot) => setShown(plot, side === 'main' || sheet !== undefined));
      const key = sheet && [(sheet.region ?? sheet.answer).stamp, sheet.name, JSON.stringify([zoom, sheet.titles]), theme, common].join('|');
      if (sheet && key !== this.drawn[side]) {
        drawings.push(...this.drawSide(plotly, side, sheet, { template, zoom }));
      }
      this.drawn[side] = key;
    }
    await Promise.all(drawings);
    if (drawings.length && sheets.other && !zoom) {
      await this.shareRanges(plotly);
    }
  }

  drawSide(plotly, side, sheet, { template, zoom }) {
    const revision = `${sheet.dataset}/${sheet.name}`;
    return (sheet.region ?? sheet.answer).figures.map(({ kind, ...figure }) => {
      const plot = this.plot(kind, side);
      const { data, layout } = dress(figure, { template, revision, range: zoom, titles: sheet.titles });
      plot.setAttribute('aria-label', word('figureLabel', { figure: word(kind), category: sheet.name }));
      if (side === 'main') {
        setText(byId(`rows-${kind}`), reductionOf(figure.layout.meta, sheet.region !== undefined));
      }
      return plotly.react(plot, data, layout, CONFIG).then(() => this.listen(plot));
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
    if (this.sharing || !Object.keys(change).some((key) => /^[xy]axis\.(range|autorange)/.test(key))) {
      return;
    }
    this.listener.zoomed(rangeOf(plot));
  }

  /** Figures compared share the union of what each would show. */
  async shareRanges(plotly) {
    this.sharing = true;
    const unions = KINDS.map((kind) => {
      const [a, b] = [rangeOf(this.plot(kind, 'main')), rangeOf(this.plot(kind, 'other'))];
      return [Math.min(a.x0, b.x0), Math.max(a.x1, b.x1), Math.min(a.y0, b.y0), Math.max(a.y1, b.y1)];
    });
    await Promise.all(KINDS.flatMap((kind, index) => {
      const [x0, x1, y0, y1] = unions[index];
      const range = { 'xaxis.range': [x0, x1], 'yaxis.range': [y0, y1] };
      return ['main', 'other'].map((side) => plotly.relayout(this.plot(kind, side), range));
    }));
    this.sharing = false;
  }

  resize(plot) {
    if (plot.data && plot.clientWidth && plot.clientHeight) {
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

/** @returns {import('./address.js').Region} what a drawn figure shows now */
export function rangeOf(plot) {
  const { xaxis, yaxis } = plot._fullLayout;
  return { x0: xaxis.range[0], x1: xaxis.range[1], y0: yaxis.range[0], y1: yaxis.range[1] };
}
