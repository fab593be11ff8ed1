// Reads the dense form of an answer: a length, an envelope in JSON, then columns of numbers.
import { plotlyTime } from '../model/times.js';

export const DENSE = 'application/vnd.figcast.figures';

/**
 * @param {ArrayBuffer} buffer
 * @returns {any} the envelope of /api/figures, its columns as typed arrays over the same bytes
 */
export function readDense(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const envelope = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const columns = (envelope.columns ?? []).map((column) => readColumn(buffer, 4 + length, column));
  const dates = columns.map(() => undefined);
  delete envelope.columns;
  return fillIn(envelope, ({ column, type }) => (type === 'date' ? (dates[column] ??= datesOf(columns[column])) : columns[column]));
}

function readColumn(buffer, start, { dtype, offset, length, shape }) {
  const Numbers = dtype === 'i4' ? Int32Array : Float64Array;
  const numbers = new Numbers(buffer, start + offset, length);
  if (shape === undefined) {
    return numbers;
  }
  const [rows, width] = shape.split(',').map(Number);
  return Array.from({ length: rows }, (_, row) => numbers.subarray(row * width, (row + 1) * width));
}

/** Plotly takes numbers for times of this browser's zone, and dates in a text as they stand. */
function datesOf(milliseconds) {
  return Array.from(milliseconds, plotlyTime);
}

function fillIn(value, arrayOf) {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  if (Number.isInteger(value.column)) {
    return arrayOf(value);
  }
  for (const key of Object.keys(value)) {
    value[key] = fillIn(value[key], arrayOf);
  }
  return value;
}
