// The status line and the badge: what is on screen, how old it is, and whether to trust it.
import { time } from '../model/catalogue.js';
import { create, setShown, setText } from './dom.js';
import { formats, word } from './words.js';

const BADGES = {
  fresh: 'badgeFresh',
  refreshing: 'badgeRefreshing',
  stale: 'badgeStale',
  failed: 'badgeFailed',
  empty: 'badgeFailedEmpty',
  offline: 'badgeOffline',
  forgotten: 'badgeForgotten',
  waiting: 'badgeWaiting',
  computing: 'badgeComputing',
  unknown: 'badgeUnknown',
};

export function renderBadge(element, badge) {
  setShown(element, badge !== undefined);
  if (badge) {
    element.dataset.badge = badge;
    setText(element, word(BADGES[badge]));
  }
}

/** Writes the line piece by piece, so that a ticking time changes nothing but itself. */
export function renderStatus(line, view, now) {
  const own = view.carried ? undefined : view.answer;
  const pieces = own ? piecesOf(own, view, now) : [];
  while (line.children.length > pieces.length) {
    line.lastElementChild.remove();
  }
  pieces.forEach(({ text, title = '', at }, index) => {
    const element = line.children[index] ?? line.appendChild(create(at ? 'time' : 'span'));
    setText(element, text);
    if (element.title !== title) {
      element.title = title;
    }
    if (at && element instanceof HTMLTimeElement) {
      element.dateTime = at;
    }
  });
}

function piecesOf(answer, view, now) {
  const computedAt = time(answer.computedAt);
  const expiresAt = time(answer.expiresAt);
  const pieces = [
    { text: word('computedAgo', { ago: formats.ago(Math.min(computedAt, now), now) }), ...absolute(computedAt) },
    { text: word('took', { time: formats.duration(answer.computeMillis) }) },
    { text: word(view.waited ? 'freshlyComputed' : 'fromMemo') },
    { text: word(expiresAt < now ? 'expired' : 'expires', { when: formats.ago(expiresAt, now) }), ...absolute(expiresAt) },
    { text: word('rowsInStatus', { rows: answer.rows }) },
  ];
  if (answer.reduced) {
    pieces.push({ text: word('rowsReduced'), title: word('rowsReducedWhy') });
  }
  if (answer.omitted > 0) {
    pieces.push({ text: word('rowsOmitted', { omitted: answer.omitted }), title: word('rowsOmittedWhy') });
  }
  pieces.push({ text: word('version', { version: answer.version.slice(0, 8) }), title: answer.version });
  return pieces;
}

function absolute(at) {
  return { title: formats.absolute(at), at: new Date(at).toISOString() };
}
