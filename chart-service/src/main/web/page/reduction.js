// Says in words how many of a slice's rows a figure shows, and by which method.
import { word } from './words.js';

const METHODS = { bins: 'rowsBinned', sample: 'rowsSampled', decimated: 'rowsDecimated' };

/** @param {{rows: number, shown: number, method: string} | undefined} meta */
export function reductionOf(meta) {
  if (!meta) {
    return '';
  }
  const { rows, shown, method } = meta;
  if (rows === 0) {
    return word('rowsNone');
  }
  return method === 'all' ? word('rowsAll', { rows }) : word(METHODS[method] ?? 'rowsShown', { rows, shown });
}

/** @param {any} answer */
export function isReduced(answer) {
  return answer.figures.some(({ layout }) => layout.meta && layout.meta.method !== 'all');
}
