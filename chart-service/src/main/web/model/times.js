// Times as columns and axes hold them, milliseconds since 1970 UTC, and as they are written.

/** Beyond it there is no date. */
const MOST = 8.64e15;

/** @returns {string} as short as it can be: `2001-05-01`, `2001-05-01T12:30:00Z` */
export function writeTime(millis) {
  if (!(Math.abs(millis) <= MOST)) {
    return String(millis);
  }
  return new Date(millis).toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
}

/** @returns {number} NaN where it is no time; without a zone it is UTC */
export function readTime(text) {
  const [, date, time = '', zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(T[\d:.]+)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  return date === undefined ? NaN : Date.parse(time ? date + time + zone : date);
}

/** As plotly takes it: a number it would show in the zone of the browser, or take for a year. */
export function plotlyTime(millis) {
  return Math.abs(millis) <= MOST ? new Date(millis).toISOString().slice(0, -1).replace('T', ' ') : null;
}
