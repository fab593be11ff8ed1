import assert from 'node:assert/strict';
import { test } from 'node:test';
import { same } from '../../../main/web/model/equality.js';
import { misfits, moved, rounded, scaled } from '../../../main/web/model/region.js';

const REGION = { x0: -2, x1: 2, y0: 0, y1: 1 };

test('looking closer keeps the middle', () => {
  assert.deepEqual(scaled(REGION, 0.5), { x0: -1, x1: 1, y0: 0.25, y1: 0.75 });
  assert.deepEqual(scaled(scaled(REGION, 0.5), 2), REGION);
});

test('moving keeps the size', () => {
  assert.deepEqual(moved(REGION, 0.25, -1), { x0: -1, x1: 3, y0: -1, y1: 0 });
});

test('a region is rounded to what can be told apart', () => {
  assert.deepEqual(rounded({ x0: -1.23456789, x1: 1.23456789, y0: 1e-9, y1: 3e-9 }), { x0: -1.2346, x1: 1.2346, y0: 1e-9, y1: 3e-9 });
});

test('edges of another kind than the axis are told, each axis for itself', () => {
  const dates = { xaxis: { type: 'date' }, yaxis: {} };
  assert.deepEqual(misfits(REGION, dates), [{ axis: 'x', times: true }]);
  assert.deepEqual(misfits({ ...REGION, times: { x: true } }, dates), []);
  assert.deepEqual(misfits({ ...REGION, times: { x: true, y: true } }, {}), [{ axis: 'x', times: false }, { axis: 'y', times: false }]);
  assert.deepEqual(misfits(REGION, {}), []);
  assert.deepEqual(misfits(undefined, dates), []);
});

test('the same numbers are the same figures', () => {
  const figures = (last) => [{ kind: 'line', data: [{ x: new Float64Array([1, NaN, last]) }], layout: { a: null } }];
  assert.ok(same(figures(3), figures(3)));
  assert.ok(!same(figures(3), figures(4)));
  assert.ok(!same({ a: 1 }, { a: 1, b: 2 }));
});
