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
  byId('table').replaceChildren(
    create('thead', {}, create('tr', {}, ...head.map((text) => create('th', { scope: 'col' }, text)))),
    create('tbody', {}, ...lines.slice(0, MOST).map((line) =>
      create('tr', {}, ...line().map((cell) => create('td', {}, cell))))),
  );
  byId('table-sheet').showModal();
}

function points(plot, { x, y }) {
  const [trace] = plot.data;
  const [xs, ys] = [writerOf(plot._fullLayout.xaxis, 6), writerOf(plot._fullLayout.yaxis, 6)];
  return { head: [x || 'x', y || 'y'], lines: Array.from(trace.x, (value, index) => () => [xs(value), ys(trace.y[index])]) };
}

/** The bins as plotly drew them, the fullest first. */
function bins(plot, { x, y }) {
  const [{ x: xs, y: ys, z }] = plot.calcdata[0];
  const { xaxis, yaxis } = plot._fullLayout;
  const place = (edges, index, count, write) =>
    edges.length > count ? `${write(edges[index])} … ${write(edges[index + 1])}` : write(edges[index]);
  const [writeX, writeY] = [writerOf(xaxis, 4), writerOf(yaxis, 4)];
  const found = [];
  z.forEach((row, r) => row.forEach((count, c) => {
    if (count > 0) {
      found.push({ count, line: () => [place(xs, c, row.length, writeX), place(ys, r, z.length, writeY), formats.count(count)] });
    }
  }));
  return { head: [x || 'x', y || 'y', word('tableCount')], lines: found.sort((a, b) => b.count - a.count).map(({ line }) => line) };
}

/** How values of an axis are written: numbers with so many digits, times as the reader's language has them. */
function writerOf(axis, maximumSignificantDigits) {
  const number = new Intl.NumberFormat(formats.language, { maximumSignificantDigits });
  return axis.type === 'date' ? (value) => formats.utc(axis.d2l(value)) : (value) => number.format(value);
}
