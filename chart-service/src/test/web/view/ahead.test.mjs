import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outermost, takesLong } from '../../../main/web/view/ahead.js';

const many = Float64Array.from({ length: 2000 }, (_, index) => Math.sin(index));

test('the outermost points span what all of them span, and are not to be seen or touched', () => {
  const x = Float64Array.of(3, -1, 2, 7, 0);
  const y = Float64Array.of(5, 1, 9, 4, -2);
  const trace = outermost({ mode: 'markers', x, y, marker: { size: 14 } });
  assert.deepEqual([...trace.x].sort((a, b) => a - b), [-1, 0, 2, 7]);
  assert.deepEqual([Math.min(...trace.y), Math.max(...trace.y)], [-2, 9]);
  for (const [index, value] of trace.x.entries()) {
    assert.equal(trace.y[index], y[x.indexOf(value)], 'a point stays together');
  }
  assert.equal(trace.opacity, 0);
  assert.equal(trace.hoverinfo, 'skip');
  assert.equal(trace.marker.size, 14);
});

test('the outermost of dates are dates, in the order of time', () => {
  const x = ['2001-05-01 00:00:00.000', '-0044-03-15 00:00:00.000', '-0100-01-01 00:00:00.000', '2001-05-01 12:00:00.000', '0900-01-01 00:00:00.000'];
  const trace = outermost({ mode: 'markers', x, y: Float64Array.of(2, 1, 2, 2, 3), marker: { size: 14 } });
  assert.deepEqual([...trace.x].sort(), ['-0044-03-15 00:00:00.000', '-0100-01-01 00:00:00.000', '0900-01-01 00:00:00.000', '2001-05-01 12:00:00.000']);
});

test('only many markers of one size take long', () => {
  const markers = { type: 'scatter', mode: 'markers', x: many, y: many, marker: { size: 14 } };
  assert.ok(takesLong(markers));
  assert.ok(!takesLong({ ...markers, mode: 'lines' }));
  assert.ok(!takesLong({ ...markers, x: many.subarray(0, 100) }));
  assert.ok(!takesLong({ ...markers, marker: { size: [1, 2] } }));
  assert.ok(!takesLong({ type: 'histogram2d', x: many, y: many }));
  assert.ok(!takesLong({ type: 'heatmap', z: [many] }));
});
