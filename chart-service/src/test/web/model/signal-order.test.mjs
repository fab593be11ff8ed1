import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Live } from '../../../main/web/model/live.js';
import { SignalOrder } from '../../../main/web/model/signal-order.js';

const ready = (category, version, second) => ({ dataset: 'fruit', category, status: 'ready', version, computedAt: `2026-11-22T10:00:${second}Z` });

test('what a stream tells once more is no news', () => {
  const order = new SignalOrder();
  assert.ok(order.isNews(ready('figs', 'a', 10), 't-5'));
  assert.ok(order.isNews(ready('apples', 'a', 10), 't-4'));
  assert.ok(order.isNews(ready('figs', 'b', 20), 't-9'));
  assert.ok(!order.isNews(ready('figs', 'a', 10), 't-5'));
  assert.ok(!order.isNews(ready('figs', 'b', 20), 't-9'));
  assert.ok(!order.isNews({ dataset: 'fruit', category: 'figs', status: 'computing', startedAt: '2026-11-22T10:00:15Z' }, 't-8'));
  assert.ok(order.isNews({ dataset: 'fruit', category: 'figs', status: 'invalidated' }, 't-10'));
});

test('the offsets of a topic that began anew are compared with each other only', () => {
  const order = new SignalOrder();
  order.isNews(ready('figs', 'a', 10), 'a-b-1000');
  assert.ok(order.isNews({ dataset: 'fruit', category: 'figs', status: 'invalidated' }, 'c-d-2'));
  assert.ok(order.isNews({ dataset: 'fruit', category: 'figs', status: 'failed', error: {} }, 'c-d-3'));
  assert.ok(!order.isNews({ dataset: 'fruit', category: 'figs', status: 'invalidated' }, 'c-d-2'));
});

test('what was held back is not replayed over what was awaited and came later', () => {
  const applied = [];
  const live = new Live((signal) => applied.push(signal.version));
  live.toggle();
  live.take(ready('figs', 'a', 10), false);
  live.take(ready('apples', 'c', 10), false);
  live.take(ready('figs', 'b', 20), true);
  assert.deepEqual(applied, ['b']);
  assert.equal(live.held.size, 1);
  live.toggle();
  assert.deepEqual(applied, ['b', 'c']);
});
