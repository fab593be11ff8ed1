// The four kinds of figure in their order.

export const KINDS = ['scatter', 'line', 'histogram2d', 'histogram2dcontour'];
