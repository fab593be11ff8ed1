// The data of one figure as a table, for those who read rather than look.
import { byId, create, setShown, setText } from './dom.js';
import { KINDS } from '../model/kinds.js';
import { formats, word } from './words.js';

const MOST = 500;

/**
 * @param {string} kind
 * @param {any} plot as drawn
 * @param {{category: string, titles: {x?: string, y?: string}}} what
 */
export function showTable(kind, plot, { category, titles }) {
  const { head, lines } = KINDS.indexOf(kind) < 2 ? points(plot, titles) : bins(plot, titles);
  setText(byId('table-title'), word('tableTitle', { figure: word(kind), category }));
  setShown(byId('table-note'), lines.length > MOST);
  setText(byId('table-note'), word('tableFirst', { count: MOST, all: lines.length }));
  const number = new Intl.NumberFormat(formats.language, { maximumSignificantDigits: 6 });
  byId('table').replaceChildren(
    create('thead', {}, create('tr', {}, ...head.map((text) => create('th', { scope: 'col' }, text)))),
    create('tbody', {}, ...lines.slice(0, MOST).map((line) =>
      create('tr', {}, ...line.map((cell) => create('td', {}, typeof cell === 'number' ? number.format(cell) : cell))))),
  );
  byId('table-sheet').showModal();
}

function points(plot, { x, y }) {
  const [trace] = plot.data;
  return { head: [x || 'x', y || 'y'], lines: Array.from(trace.x, (value, index) => [value, trace.y[index]]) };
}

/** The bins as plotly drew them, the fullest first. */
function bins(plot, { x, y }) {
  const [{ x: xs, y: ys, z }] = plot.calcdata[0];
  const number = new Intl.NumberFormat(formats.language, { maximumSignificantDigits: 4 });
  const place = (edges, index, count) =>
    edges.length > count ? `${number.format(edges[index])} … ${number.format(edges[index + 1])}` : number.format(edges[index]);
  const lines = [];
  z.forEach((row, r) => row.forEach((count, c) => {
    if (count > 0) {
      lines.push([place(xs, c, row.length), place(ys, r, z.length), count]);
    }
  }));
  return { head: [x || 'x', y || 'y', word('tableCount')], lines: lines.sort((a, b) => b[2] - a[2]) };
}
