// The four figures on screen: always drawn together, of one version, with one range of axes for all.
import { measureAlike } from './comparison.js';
import { byId, setShown, setText } from './dom.js';
import { KINDS } from '../model/kinds.js';
import { CONFIG, dress, loadPlotly, presentTemplate, rangeOf } from './plotly.js';
import { reductionOf } from './reduction.js';
import { word } from './words.js';

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
   * @param {import('../model/address.js').Region | undefined} zoom
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
        drawings.push(...this.drawSide(plotly, side, sheet, { template, zoom, named: common !== '' }));
      }
      this.drawn[side] = key;
    }
    if (drawings.length) {
      sayReductions([sheets.main, sheets.other]);
    }
    await Promise.all(drawings);
    if (drawings.length && common) {
      await measureAlike(plotly, (kind, side) => this.plot(kind, side), zoom !== undefined);
    }
  }

  drawSide(plotly, side, sheet, { template, zoom, named }) {
    const revision = `${sheet.dataset}/${sheet.name}`;
    return (sheet.region ?? sheet.answer).figures.map(({ kind, ...figure }) => {
      const plot = this.plot(kind, side);
      const { data, layout } = dress(figure, { template, revision, range: zoom, titles: sheet.titles, named });
      plot.dataset.name = sheet.name;
      plot.setAttribute('aria-label', word('figureLabel', { figure: word(kind), category: sheet.name }));
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
    if (!Object.keys(change).some((key) => /^[xy]axis\.(range|autorange)/.test(key))) {
      return;
    }
    this.listener.zoomed(rangeOf(plot));
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

/** How many rows each figure shows: of either category, where two are compared. */
function sayReductions(sheets) {
  const shown = sheets.filter((sheet) => sheet !== undefined);
  KINDS.forEach((kind, index) => {
    const metas = shown.map(({ region, answer }) => ({ ...(region ?? answer).figures[index].layout.meta, ofRegion: region !== undefined }));
    const element = byId(`rows-${kind}`);
    const words = metas.map(reductionOf).join(' / ');
    setText(element, words);
    element.title = metas.some(({ coarse }) => coarse) ? `${words}. ${word('rowsCoarseWhy')}` : words;
  });
}
