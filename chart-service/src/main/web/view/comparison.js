// Two categories side by side are measured alike: by common axes, and counts by one scale of colours.
import { KINDS } from '../model/kinds.js';
import { plotlyTime } from '../model/times.js';
import { rangeOf } from './plotly.js';

const COUNTED = new Set(['histogram2d', 'histogram2dcontour']);

/**
 * Gives the figures of both sides, as they are drawn, what they have in common.
 * @param {any} plotly
 * @param {(kind: string, side: string) => any} plotOf
 * @param {boolean} zoomed whether all show one region already
 */
export async function measureAlike(plotly, plotOf, zoomed) {
  await Promise.all(KINDS.flatMap((kind) => {
    const plots = ['main', 'other'].map((side) => plotOf(kind, side));
    const colors = COUNTED.has(kind) ? commonColors(plots.map((plot) => plot.calcdata[0][0].z)) : {};
    const ranges = zoomed ? {} : commonRanges(plots.map(rangeOf));
    return plots.map((plot) => plotly.update(plot, colors, ranges));
  }));
}

/** The union of what each would show. */
function commonRanges([a, b]) {
  return {
    'xaxis.range': written([Math.min(a.x0, b.x0), Math.max(a.x1, b.x1)], a.times?.x),
    'yaxis.range': written([Math.min(a.y0, b.y0), Math.max(a.y1, b.y1)], a.times?.y),
  };
}

function written(range, ofTimes) {
  return ofTimes ? range.map(plotlyTime) : range;
}

/**
 * From the least count of all to the greatest: one colour is one count, on either side.
 * @param {ArrayLike<number>[][]} tables of counts, as plotly binned them or as they came
 */
export function commonColors(tables) {
  let [zmin, zmax] = [Infinity, -Infinity];
  for (const row of tables.flat()) {
    for (let i = 0; i < row.length; i++) {
      zmin = Math.min(zmin, row[i]);
      zmax = Math.max(zmax, row[i]);
    }
  }
  return zmin < zmax ? { zauto: false, zmin, zmax } : {};
}
