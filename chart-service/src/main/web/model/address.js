// What the page shows, as its URL says it.
import { KINDS } from './kinds.js';

/**
 * @typedef {{x0: number, x1: number, y0: number, y1: number}} Region
 * @typedef {{dataset?: string, category?: string, other?: string, figure?: string, region?: Region}} Address
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
    other: query.get('with') ?? undefined,
    figure: KINDS.find((kind) => kind === query.get('figure')),
    region: readRegion(query),
  };
}

function readRegion(query) {
  const [x0, x1, y0, y1] = EDGES.map((edge) => (query.has(edge) ? Number(query.get(edge)) : NaN));
  return x0 < x1 && y0 < y1 && [x0, x1, y0, y1].every(Number.isFinite) ? { x0, x1, y0, y1 } : undefined;
}

/**
 * @param {Address} address
 * @returns {string} such as `?dataset=fruit&category=figs`; empty where nothing is chosen
 */
export function writeAddress({ dataset, category, other, figure, region }) {
  const parts = Object.entries({ dataset, category, with: other, figure, ...region })
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
