// The four kinds of figure in their order, and what a drawn one shows. Knows no document.

export const KINDS = ['scatter', 'line', 'histogram2d', 'histogram2dcontour'];

/** @returns {import('./address.js').Region} what a drawn figure shows now */
export function rangeOf(plot) {
  const { xaxis, yaxis } = plot._fullLayout;
  return { x0: xaxis.range[0], x1: xaxis.range[1], y0: yaxis.range[0], y1: yaxis.range[1] };
}
