import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonColors } from '../../../main/web/view/comparison.js';

test('the scale of colours reaches over the counts of both', () => {
  const few = [[0, 3], [1, 2]];
  const many = [Int32Array.of(5, 40, 7)];
  assert.deepEqual(commonColors([few, many]), { zauto: false, zmin: 0, zmax: 40 });
  assert.deepEqual(commonColors([many, few]), { zauto: false, zmin: 0, zmax: 40 });
});

test('without counts there is no scale', () => {
  assert.deepEqual(commonColors([[], []]), {});
});
