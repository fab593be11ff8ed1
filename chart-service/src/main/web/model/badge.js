// The one word for what is on screen.
import { time } from './catalogue.js';

const BUSY = new Set(['asking', 'waiting', 'computing']);

/** @param {import('./tracker.js').View} view */
export function isBusy(view) {
  return BUSY.has(view.phase);
}

/**
 * The one word for what is on screen.
 * @param {import('./tracker.js').View} view
 */
export function badgeOf(view, lost, now) {
  const own = view.carried ? undefined : view.answer;
  switch (view.phase) {
    case 'unknown':
      return 'unknown';
    case 'forgotten':
      return 'forgotten';
    default:
  }
  if (!lost && view.error?.code === 'DATASET_READING') {
    return 'waiting';
  }
  if (lost || view.phase === 'unavailable') {
    return 'offline';
  }
  if (view.phase === 'computing') {
    return own ? 'refreshing' : 'computing';
  }
  if (view.error) {
    return own ? 'failed' : 'empty';
  }
  if (!own) {
    return now - view.since < 300 ? undefined : 'waiting';
  }
  return own.state === 'stale' || time(own.staleAt) < now ? 'stale' : 'fresh';
}
