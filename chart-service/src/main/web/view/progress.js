// The quiet line that says how far a computation is. It appears after a moment, and always goes away.
import { byId, setShown, setText } from './dom.js';
import { isBusy } from '../model/badge.js';
import { formats, word } from './words.js';

const QUIET = 300;

/**
 * @param {import('../model/tracker.js').View[]} views those on screen; the first busy one is told of
 * @param {number | undefined} regionSince since when the figures of a region are being fetched
 * @returns {boolean} whether it is to be rendered again soon
 */
export function renderProgress(views, regionSince, now) {
  const view = views.find(isBusy);
  const since = view?.busySince ?? regionSince ?? now;
  const shown = now - since >= QUIET;
  setShown(byId('progress'), shown);
  if (shown && view) {
    renderWords(view, now);
  } else if (shown) {
    byId('progress-bar').removeAttribute('value');
    setText(byId('progress-words'), word('progressZoom'));
  }
  return view !== undefined || regionSince !== undefined;
}

function renderWords(view, now) {
  const bar = byId('progress-bar');
  const elapsed = now - (view.phase === 'computing' ? Math.min(view.startedAt ?? now, now) : view.since);
  const { expectedMillis } = view;
  const words = { elapsed: formats.elapsed(elapsed), expected: formats.duration(expectedMillis ?? 0) };
  if (view.phase !== 'computing' || !expectedMillis) {
    bar.removeAttribute('value');
    setText(byId('progress-words'), word(view.phase === 'computing' ? 'progressComputingUnknown' : 'progressWaiting', words));
    return;
  }
  // Beyond the expected time the bar creeps, so that it is never full before the end.
  const part = elapsed / expectedMillis;
  bar.value = part < 0.9 ? part : 1 - 0.1 / (1 + (part - 0.9) * 5);
  setText(byId('progress-words'), word(part > 1.2 ? 'progressOverdue' : 'progressComputing', words));
}
