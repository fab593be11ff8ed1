// Reads the dense form of an answer: a length, an envelope in JSON, then columns of numbers.

export const DENSE = 'application/vnd.figcast.figures';

/**
 * @param {ArrayBuffer} buffer
 * @returns {any} the envelope of /api/figures, its columns as typed arrays over the same bytes
 */
export function readDense(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const envelope = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const columns = (envelope.columns ?? []).map((column) => readColumn(buffer, 4 + length, column));
  delete envelope.columns;
  return fillIn(envelope, columns);
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

function fillIn(value, columns) {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  if (Number.isInteger(value.column)) {
    return columns[value.column];
  }
  for (const key of Object.keys(value)) {
    value[key] = fillIn(value[key], columns);
  }
  return value;
}
