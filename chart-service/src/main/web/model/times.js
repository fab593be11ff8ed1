// Times as columns and axes hold them, milliseconds since 1970 UTC, and as they are written.

/** Beyond it there is no date. */
const MOST = 8.64e15;

/** @returns {string} as short as it can be: `2001-05-01`, `2001-05-01T12:30:00Z`, `-0044-03-15` */
export function writeTime(millis) {
  if (!(Math.abs(millis) <= MOST)) {
    return String(millis);
  }
  return isoText(millis).replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
}

/** @returns {number} NaN where it is no time; without a zone it is UTC */
export function readTime(text) {
  const [, year, day, time = '', zone = 'Z'] = /^([+-]\d{6}|-?\d{4})(-\d\d-\d\d)([T ][\d:.]+)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  return year === undefined ? NaN : Date.parse(year.replace(/^-(?=\d{4}$)/, '-00') + day + (time && `T${time.slice(1)}${zone}`));
}

/** As plotly takes it: a number it would show in the zone of the browser, or take for a year. */
export function plotlyTime(millis) {
  return Math.abs(millis) <= MOST ? isoText(millis).slice(0, -1).replace('T', ' ') : null;
}

/** Years before the year 0 have four digits where they can. */
function isoText(millis) {
  return new Date(millis).toISOString().replace(/^-00(?=\d{4}-)/, '-');
}
