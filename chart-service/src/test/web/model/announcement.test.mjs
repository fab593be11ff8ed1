import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CategoryTracker } from '../../../main/web/model/tracker.js';

const WHAT = { dataset: 'fruit', category: 'figs' };
const at = (minute) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`;
const answer = (version, minute) => ({
  answer: { version, state: 'ready', computedAt: at(minute), staleAt: '2099-01-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z', figures: [] },
});
const ready = (version, minute, more = {}) => ({ ...WHAT, status: 'ready', version, computedAt: at(minute), ...more });

/** A replica that answers what it holds at the moment. */
class Replica {
  constructor(held) {
    this.held = held;
    this.calls = 0;
    this.tracker = new CategoryTracker(WHAT, async () => {
      this.calls++;
      return structuredClone(this.held);
    }, () => {});
  }
}

async function pass(context, millis) {
  for (let i = 0; i < millis; i += 100) {
    context.mock.timers.tick(100);
    for (let turn = 0; turn < 5; turn++) {
      await new Promise(setImmediate);
    }
  }
}

test('a replica that lags behind the one that streams is asked until it has what was announced', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const replica = new Replica(answer('a', 1));
  await replica.tracker.ask();
  replica.tracker.signal(ready('b', 2));
  await pass(context, 3000);
  assert.equal(replica.tracker.own.version, 'a');
  assert.ok(replica.calls > 3 && replica.calls < 8, `${replica.calls} calls`);

  await pass(context, 60_000);
  assert.ok(replica.calls < 16, `${replica.calls} calls in a minute`);
  replica.held = answer('b', 2);
  await pass(context, 13_000);
  assert.equal(replica.tracker.own.version, 'b');
  const { calls } = replica;
  await pass(context, 60_000);
  assert.equal(replica.calls, calls, 'what is there is not asked for again');
});

test('a version newer than the one announced does as well', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const replica = new Replica(answer('a', 1));
  await replica.tracker.ask();
  replica.held = answer('c', 3);
  replica.tracker.signal(ready('b', 2));
  await pass(context, 1000);
  assert.equal(replica.tracker.own.version, 'c');
  assert.equal(replica.calls, 2);
});

test('where nothing of the category is on screen, the older answer stands in, and is called stale', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const replica = new Replica(answer('a', 1));
  const asked = replica.tracker.ask();
  replica.tracker.signal(ready('b', 2));
  await pass(context, 500);
  assert.equal(replica.tracker.own.version, 'a');
  assert.equal(replica.tracker.own.state, 'stale');
  replica.held = answer('b', 2);
  await pass(context, 2000);
  await asked;
  assert.equal(replica.tracker.own.version, 'b');
  assert.equal(replica.tracker.own.state, 'ready');
});

test('the end of an older run takes nothing back', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const replica = new Replica(answer('b', 2));
  await replica.tracker.ask();
  replica.tracker.signal(ready('a', 1));
  await pass(context, 1000);
  assert.equal(replica.calls, 1);
});

test('data that came back bring back the older version that was memoized', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const replica = new Replica(answer('b', 2));
  await replica.tracker.ask();
  replica.tracker.signal(ready('a', 1, { memoized: true }));
  await pass(context, 1000);
  assert.equal(replica.tracker.own.version, 'b');
  replica.held = answer('a', 1);
  await pass(context, 3000);
  assert.equal(replica.tracker.own.version, 'a');
});
