import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDense } from '../../../main/web/net/dense.js';

function written(envelope, columns) {
  let json = JSON.stringify(envelope);
  json += ' '.repeat((8 - ((4 + Buffer.byteLength(json)) % 8)) % 8);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(Buffer.byteLength(json));
  const bytes = Buffer.concat([head, Buffer.from(json), ...columns.map((column) => Buffer.from(column.buffer))]);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

test('columns stand where the envelope names them, over the same bytes', () => {
  const x = new Float64Array([1.5, -2, 3]);
  const buffer = written({
    version: 'v',
    category: '名前',
    figures: [{ kind: 'scatter', data: [{ x: { column: 0 }, y: { column: 0 } }], layout: {} }],
    columns: [{ dtype: 'f8', offset: 0, length: 3 }],
  }, [x]);
  const answer = readDense(buffer);
  assert.deepEqual(answer.figures[0].data[0].x, x);
  assert.equal(answer.figures[0].data[0].x.buffer, buffer);
  assert.equal(answer.category, '名前');
  assert.equal('columns' in answer, false);
});

test('a column with a shape becomes rows', () => {
  const z = new Int32Array([1, 2, 3, 4, 5, 6]);
  const answer = readDense(written({
    figures: [{ data: [{ z: { column: 0 } }] }],
    columns: [{ dtype: 'i4', offset: 0, length: 6, shape: '2,3' }],
  }, [z]));
  assert.deepEqual(answer.figures[0].data[0].z.map((row) => [...row]), [[1, 2, 3], [4, 5, 6]]);
});

test('an answer without columns is its envelope', () => {
  assert.deepEqual(readDense(written({ state: 'ready', error: null }, [])), { state: 'ready', error: null });
});

test('a column of dates becomes texts that mean the same in every time zone', () => {
  const times = new Float64Array([949326300123, 0, -63549360000000]);
  const answer = readDense(written({
    figures: [{ data: [{ x: { column: 0, type: 'date' } }] }, { data: [{ x: { column: 0, type: 'date' } }] }],
    columns: [{ dtype: 'f8', offset: 0, length: 3 }],
  }, [times]));
  assert.deepEqual(answer.figures[0].data[0].x, ['2000-01-31 13:45:00.123', '1970-01-01 00:00:00.000', '-0044-03-15 00:00:00.000']);
  assert.equal(answer.figures[1].data[0].x, answer.figures[0].data[0].x);
});
