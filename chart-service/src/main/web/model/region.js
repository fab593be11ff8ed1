// Arithmetic of the region in sight.

/**
 * @typedef {import('./address.js').Region} Region
 * @param {Region} region
 * @param {number} factor below 1 to look closer
 * @returns {Region}
 */
export function scaled(region, factor) {
  const { x0, x1, y0, y1 } = region;
  const [x, y] = [(x1 - x0) * (1 - factor) / 2, (y1 - y0) * (1 - factor) / 2];
  return { ...region, x0: x0 + x, x1: x1 - x, y0: y0 + y, y1: y1 - y };
}

/**
 * @param {Region} region
 * @param {number} right in parts of the width
 * @param {number} up in parts of the height
 * @returns {Region}
 */
export function moved(region, right, up) {
  const { x0, x1, y0, y1 } = region;
  const [x, y] = [(x1 - x0) * right, (y1 - y0) * up];
  return { ...region, x0: x0 + x, x1: x1 + x, y0: y0 + y, y1: y1 + y };
}

/** Rounded to what the eye can tell apart, so that addresses stay short. */
export function rounded(region) {
  const digits = (from, to) => Math.max(0, Math.min(15, 4 - Math.floor(Math.log10(to - from))));
  const [x, y] = [digits(region.x0, region.x1), digits(region.y0, region.y1)];
  const round = (value, places) => Number(value.toFixed(places));
  const { x0, x1, y0, y1 } = region;
  return { ...region, x0: round(x0, x), x1: round(x1, x), y0: round(y0, y), y1: round(y1, y) };
}

/**
 * The axes for which a region has edges of another kind: numbers where there are times, or the reverse.
 * @param {Region | undefined} region
 * @param {{xaxis?: {type?: string}, yaxis?: {type?: string}}} layout of a figure
 * @returns {{axis: string, times: boolean}[]} and what the axis is of
 */
export function misfits(region, { xaxis, yaxis }) {
  const axes = [{ axis: 'x', times: xaxis?.type === 'date' }, { axis: 'y', times: yaxis?.type === 'date' }];
  return region === undefined ? [] : axes.filter(({ axis, times }) => times !== (region.times?.[axis] ?? false));
}
