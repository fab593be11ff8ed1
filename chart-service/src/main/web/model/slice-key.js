// Which slice an address, a view, an answer or a signal is about.

/**
 * A category, and the axes where they are not the dataset's own.
 * @param {{dataset?: string, category?: string, x?: string, y?: string}} what
 */
export function keyOf({ dataset, category, x, y }) {
  return [dataset, category, ...(x === undefined && y === undefined ? [] : [x, y])].join('\0');
}

export function isAbout(view, signal) {
  return keyOf(view) === keyOf(signal);
}

/**
 * Changed data is announced under the dataset's own axes only: whoever shows others asks again, which costs nothing where
 * nothing has changed.
 * @param {import('./tracker.js').CategoryTracker} one
 * @param {any} signal
 * @param {number} hearsWithin how long the service may take to hear of changed data itself
 */
export function tell(one, signal, hearsWithin) {
  const { dataset, category, phase } = one.view;
  if (isAbout(one.view, signal)) {
    one.signal(signal);
  } else if (signal.status === 'invalidated' && phase !== 'forgotten' && phase !== 'unknown' && isAbout({ dataset, category }, signal)) {
    one.askIn(hearsWithin);
  }
}
