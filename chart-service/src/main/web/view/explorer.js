// Explorer closer: a region, one figure for itself, its data; with the mouse, by button and by key.
import { byId } from './dom.js';
import { startKeys } from './keyboard.js';
import { KINDS } from '../model/kinds.js';
import { rangeOf } from './plotly.js';
import { showTable } from './data-table.js';
import { moved, rounded, scaled } from '../model/region.js';

const STEP = 0.2;
/** So long a key held down waits for a category. */
const PATIENCE = 3000;

export class Explorer {
  /**
   * @param {import('../model/visit.js').Visit} visit
   * @param {import('./figures.js').Figures} figures
   */
  constructor(visit, figures) {
    this.visit = visit;
    this.figures = figures;
  }

  /** @param {Record<string, () => void>} others what further keys do */
  startKeys(others) {
    const { visit } = this;
    const pan = (right, up) => () => this.zoom(moved(this.inSight(), right, up));
    addEventListener('keyup', () => {
      this.figures.whenShown = undefined;
    });
    startKeys({
      ArrowLeft: ({ repeat }) => this.step(-1, repeat),
      ArrowRight: ({ repeat }) => this.step(1, repeat),
      '/': () => byId('category').focus(),
      d: () => byId('dataset').focus(),
      c: () => byId('compare').focus(),
      t: () => this.table(visit.address.figure ?? 'scatter'),
      ...Object.fromEntries(KINDS.map((kind, index) => [String(index + 1), () => this.fill(kind)])),
      '+': () => this.zoom(scaled(this.inSight(), 0.5)),
      '=': () => this.zoom(scaled(this.inSight(), 0.5)),
      '-': () => this.zoom(scaled(this.inSight(), 2)),
      0: () => this.zoom(undefined),
      'Shift+ArrowLeft': pan(-STEP, 0),
      'Shift+ArrowRight': pan(STEP, 0),
      'Shift+ArrowUp': pan(0, STEP),
      'Shift+ArrowDown': pan(0, -STEP),
      Escape: () => this.goBack(),
      ...others,
    });
  }

  /** A key held down goes on as soon as the category before was seen, so that none is passed by that is there. */
  step(by, held) {
    const { since = 0, phase, error } = this.visit.trackers.main?.view ?? {};
    const coming = (phase === 'asking' || phase === 'settled') && !error && Date.now() - since < PATIENCE;
    if (held && coming && !this.figures.hasShown(this.visit.address)) {
      this.figures.whenShown = () => this.visit.step(by);
    } else {
      this.visit.step(by);
    }
  }

  /** @param {import('../model/address.js').Region | undefined} region */
  zoom(region) {
    this.visit.go({ region: region && rounded(region) }, 'replace');
  }

  inSight() {
    return rangeOf(this.figures.plot(this.visit.address.figure ?? 'scatter'));
  }

  fill(kind) {
    this.visit.go({ figure: this.visit.address.figure === kind ? undefined : kind });
  }

  async table(kind) {
    await this.figures.settle();
    const plot = this.figures.plot(kind);
    const own = this.visit.trackers.main?.own;
    if (own && plot.data) {
      showTable(kind, plot, { category: own.category, titles: this.titlesOf(own) });
    }
  }

  titlesOf(answer) {
    return this.visit.catalogue.titles(answer);
  }

  /** From the nearest to the farthest: one figure, a region, a comparison. */
  goBack() {
    const { figure, region, other } = this.visit.address;
    if (figure) {
      this.fill(figure);
    } else if (region) {
      this.zoom(undefined);
    } else if (other) {
      this.visit.go({ other: undefined });
    }
  }
}
