// What the page shows, as its URL says it.
import { KINDS } from './kinds.js';
import { readTime, writeTime } from './times.js';

/**
 * `times`: which axes are of times, whose edges are milliseconds.
 * @typedef {{x0: number, x1: number, y0: number, y1: number, times?: {x?: boolean, y?: boolean}}} Region
 * @typedef {{dataset?: string, category?: string, x?: string, y?: string, other?: string, figure?: string, region?: Region}} Address
 */

const EDGES = ['x0', 'x1', 'y0', 'y1'];

/**
 * @param {string} search
 * @returns {Address}
 */
export function readAddress(search) {
  const query = new URLSearchParams(search);
  return {
    dataset: query.get('dataset') ?? undefined,
    category: query.get('category') ?? undefined,
    x: query.get('x') ?? undefined,
    y: query.get('y') ?? undefined,
    other: query.get('with') ?? undefined,
    figure: KINDS.find((kind) => kind === query.get('figure')),
    region: readRegion(query),
  };
}

function readRegion(query) {
  const texts = EDGES.map((edge) => query.get(edge) ?? '-');
  const [x0, x1, y0, y1] = texts.map((text) => (isNumber(text) ? Number(text) : readTime(text)));
  if (!(x0 < x1 && y0 < y1 && [x0, x1, y0, y1].every(Number.isFinite))) {
    return undefined;
  }
  const [x, y] = [texts[0], texts[2]].map((text) => !isNumber(text));
  return { x0, x1, y0, y1, ...(x || y ? { times: { x, y } } : {}) };
}

function isNumber(text) {
  return !Number.isNaN(Number(text));
}

function writeRegion({ times, ...edges }) {
  return Object.fromEntries(Object.entries(edges).map(([edge, value]) => [edge, times?.[edge[0]] ? writeTime(value) : value]));
}

/**
 * @param {Address} address
 * @returns {string} such as `?dataset=fruit&category=figs`; empty where nothing is chosen
 */
export function writeAddress({ dataset, category, x, y, other, figure, region }) {
  const parts = Object.entries({ dataset, category, x, y, with: other, figure, ...(region && writeRegion(region)) })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encode(String(value))}`);
  return parts.length ? `?${parts.join('&')}` : '';
}

/** As encodeURIComponent, and harmless between quotes in a shell, in Python and in HTML too; half a character is none. */
export function encode(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
