// Says in words how many of a slice's rows a figure shows, and by which method.
import { word } from './words.js';

const METHODS = { bins: 'rowsBinned', sample: 'rowsSampled', decimated: 'rowsDecimated' };

/**
 * @param {{rows?: number, shown?: number, method?: string, coarse?: boolean, ordered?: string, ofRegion: boolean}} meta what the figure says of
 *   itself, and whether it was made for a part of the slice only
 */
export function reductionOf({ rows, shown, method, coarse, ordered, ofRegion }) {
  if (rows === undefined) {
    return '';
  }
  if (rows === 0) {
    return word('rowsNone');
  }
  const words = method === 'all' ? 'rowsAll' : coarse ? 'rowsCoarse' : (METHODS[method] ?? 'rowsShown');
  const amount = word(words, { rows, shown });
  const what = ordered ? word('rowsInOrder', { what: amount }) : amount;
  return ofRegion ? word('rowsOfRegion', { what }) : what;
}
