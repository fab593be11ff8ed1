// Says in words how many of a slice's rows a figure shows, and by which method.
import { word } from './words.js';

const METHODS = { bins: 'rowsBinned', sample: 'rowsSampled', decimated: 'rowsDecimated' };

/**
 * @param {{rows: number, shown: number, method: string} | undefined} meta
 * @param {boolean} ofRegion whether the figure was made for a part of the slice only
 */
export function reductionOf(meta, ofRegion) {
  if (!meta) {
    return '';
  }
  const { rows, shown, method } = meta;
  if (rows === 0) {
    return word('rowsNone');
  }
  const what = method === 'all' ? word('rowsAll', { rows }) : word(METHODS[method] ?? 'rowsShown', { rows, shown });
  return ofRegion ? word('rowsOfRegion', { what }) : what;
}

/** @param {any} answer */
export function isReduced(answer) {
  return answer.figures.some(({ layout }) => layout.meta && layout.meta.method !== 'all');
}
