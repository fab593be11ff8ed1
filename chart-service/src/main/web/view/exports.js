// What can be taken away: rows, images, figures, links, and lines to paste elsewhere.
import { writeAddress } from '../model/address.js';
import { byId, create } from './dom.js';
import { curlLine, fileName, kcatLine, pythonLine } from '../model/snippets.js';
import { loadPlotly } from './plotly.js';
import { toast } from './announcer.js';
import { word } from './words.js';

export class Exports {
  /**
   * @param {import('../model/visit.js').Visit} visit
   * @param {import('./figures.js').Figures} figures
   */
  constructor(visit, figures) {
    this.visit = visit;
    this.figures = figures;
    byId('copy-link').addEventListener('click', () => copy(location.href));
    byId('copy-curl').addEventListener('click', () => copy(curlLine(location.origin, this.what())));
    byId('copy-python').addEventListener('click', () => copy(pythonLine(location.origin, this.what(), visit.address.figure ?? 'scatter')));
    byId('copy-kcat').addEventListener('click', () => copy(kcatLine(kafka(), this.what())));
    for (const card of document.querySelectorAll('.card')) {
      const { kind } = card.dataset;
      for (const format of ['png', 'svg']) {
        card.querySelector(`[data-does=${format}]`).addEventListener('click', () => this.image(kind, format));
      }
    }
  }

  what() {
    const { dataset, category, x, y } = this.visit.address;
    return { dataset: dataset ?? '', category: category ?? '', x, y };
  }

  /** Keeps the links' addresses and file names those of what is on screen. */
  render() {
    const own = this.visit.trackers.main?.own;
    const version = own?.version;
    const there = version !== undefined;
    byId('take').disabled = this.visit.address.category === undefined;
    this.link(byId('take-csv'), '/api/slice', this.named(version, undefined, 'csv'), there && !own.reduced);
    for (const card of document.querySelectorAll('.card')) {
      const { kind } = card.dataset;
      this.link(card.querySelector('[data-does=json]'), `/api/figures/${kind}`, this.named(version, kind, 'json'), there);
      for (const does of ['menu', 'table']) {
        card.querySelector(`[data-does=${does}]`).disabled = !there;
      }
    }
  }

  link(element, path, name, there) {
    element.hidden = !there;
    const address = path + writeAddress(this.what());
    if (there && (element.download !== name || element.getAttribute('href') !== address)) {
      element.href = address;
      element.download = name;
    }
  }

  named(version, kind, extension) {
    const { dataset, category, x, y } = this.what();
    return fileName([dataset, category, x, y, version?.slice(0, 12), kind], extension);
  }

  async image(kind, format) {
    const plot = this.figures.plot(kind);
    const { version } = this.visit.trackers.main.own;
    const plotly = await loadPlotly();
    await this.figures.settle();
    const size = { width: Math.max(700, plot.clientWidth), height: Math.max(500, plot.clientHeight) };
    const url = await plotly.toImage(plot, { format, ...size, scale: format === 'png' ? 2 : 1 });
    download(url, this.named(version, kind, format));
  }
}

function kafka() {
  const { kafka: servers, topic } = document.body.dataset;
  return { servers, topic };
}

function download(url, name) {
  const link = create('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(word('copied'));
  } catch {
    // Browsers give the clipboard to secure origins only; a service in the local network often is none.
    byId('by-hand-text').value = text;
    byId('by-hand').showModal();
    byId('by-hand-text').select();
  }
}
