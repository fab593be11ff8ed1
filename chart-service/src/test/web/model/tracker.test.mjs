import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../../main/web/net/api.js';
import { CategoryTracker } from '../../../main/web/model/tracker.js';
import { badgeOf } from '../../../main/web/model/badge.js';

const WHAT = { dataset: 'fruit', category: 'figs' };
const answer = (version, more = {}) => ({
  version, state: 'ready', staleAt: '2099-01-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z', figures: [], ...more,
});
const signal = (status, more = {}) => ({ ...WHAT, status, ...more });

/** Answers in the order given; a function is thrown. */
function following(...answers) {
  const events = [];
  const calls = [];
  const one = new CategoryTracker(WHAT, async (what, how) => {
    calls.push(how);
    const next = answers.shift();
    if (next === undefined) {
      return new Promise((resolve, reject) => how.signal.addEventListener('abort', () => reject(new Error('aborted'))));
    }
    if (next instanceof Error) {
      throw next;
    }
    return next;
  }, (view, event) => events.push(event));
  return { one, events, calls };
}

const badge = (one) => badgeOf(one.view, undefined, Date.now());

test('a warm category is there with one call', async () => {
  const { one, calls } = following({ answer: answer('a') });
  await one.ask();
  assert.equal(one.own.version, 'a');
  assert.equal(badge(one), 'fresh');
  assert.equal(one.view.waited, false);
  assert.equal(calls.length, 1);
});

test('the figures shown before stay until the first of this category is there', async () => {
  const one = new CategoryTracker(WHAT, async () => ({ answer: answer('b') }), () => {}, answer('older'));
  assert.equal(one.view.answer.version, 'older');
  assert.equal(one.own, undefined);
  await one.ask();
  assert.equal(one.own.version, 'b');
});

test('what is computed on the way is told, and is not from the memo', async () => {
  const { one } = following({ pending: { state: 'computing', startedAt: '2026-11-22T10:00:00Z', expectedMillis: 5000, retryAfterMillis: 1 } },
    { answer: answer('a') });
  const asked = one.ask();
  await new Promise(setImmediate);
  assert.equal(badge(one), 'computing');
  assert.equal(one.view.expectedMillis, 5000);
  await asked;
  assert.equal(one.view.waited, true);
});

test('a newer version that is announced is fetched', async () => {
  const { one } = following({ answer: answer('a') }, { answer: answer('b') });
  await one.ask();
  one.signal(signal('computing', { startedAt: '2026-11-22T10:00:00Z' }));
  assert.equal(badge(one), 'refreshing');
  one.signal(signal('ready', { version: 'b' }));
  await new Promise(setImmediate);
  assert.equal(one.own.version, 'b');
  assert.equal(badge(one), 'fresh');
});

test('the version on screen announced again needs no call', async () => {
  const { one, calls } = following({ answer: answer('a') });
  await one.ask();
  one.signal(signal('ready', { version: 'a', staleAt: '2099-01-02T00:00:00Z' }));
  assert.equal(calls.length, 1);
  assert.equal(one.own.staleAt, '2099-01-02T00:00:00Z');
});

test('a failure keeps the older figures and does not ask again by itself', async () => {
  const { one, calls } = following({ answer: answer('a') });
  await one.ask();
  one.signal(signal('failed', { error: { code: 'SOURCE_FAILED', message: 'no' }, available: { version: 'a' } }));
  assert.equal(badge(one), 'failed');
  assert.equal(one.own.version, 'a');
  assert.equal(calls.length, 1);
});

test('a failure with nothing older ends the waiting', async () => {
  const { one, calls } = following(new Problem(502, 'SOURCE_FAILED', 'The query failed.'));
  await one.ask();
  assert.equal(badge(one), 'empty');
  assert.equal(one.view.error.message, 'The query failed.');
  one.signal(signal('failed', { error: { code: 'SOURCE_FAILED', message: 'no' }, available: null }));
  assert.equal(calls.length, 1);
});

test('a failure told again is as old as it is', async () => {
  const error = { code: 'SOURCE_FAILED', message: 'no' };
  const { one } = following({ answer: answer('a', { error }) }, { answer: answer('a', { error }) });
  await one.ask();
  const known = one.view.error;
  await one.ask();
  assert.equal(one.view.error, known);
});

test('a retry waits for the signals of the computation that it asked for', async () => {
  const { one, calls } = following(new Problem(502, 'SOURCE_FAILED', 'no'), { answer: answer('a') });
  await one.ask();
  one.expect();
  assert.equal(badge(one), undefined);
  one.signal(signal('computing', { startedAt: '2026-11-22T10:00:00Z' }));
  assert.equal(badge(one), 'computing');
  assert.equal(calls.length, 1);
  one.signal(signal('ready', { version: 'a' }));
  await new Promise(setImmediate);
  assert.equal(badge(one), 'fresh');
  assert.equal(one.view.waited, true);
});

test('a forgotten category is not computed until someone asks', async () => {
  const { one, calls } = following({ answer: answer('a') }, { answer: answer('b') });
  await one.ask();
  one.signal(signal('invalidated', { available: null }));
  assert.equal(badge(one), 'forgotten');
  assert.equal(calls.length, 1);
  await one.ask();
  assert.equal(one.own.version, 'b');
});

test('an old forgetting does not disturb who asks', () => {
  const { one } = following();
  one.ask();
  one.signal(signal('invalidated', { available: null }));
  assert.equal(one.view.phase, 'asking');
  one.stop();
});

test('an unknown category is said, not asked for again', async () => {
  const { one, calls } = following(new Problem(404, 'UNKNOWN_CATEGORY', 'no'));
  await one.ask();
  assert.equal(badge(one), 'unknown');
  assert.equal(calls.length, 1);
});

test('a service out of reach is asked again until it answers', async () => {
  const { one } = following(new Problem(0, 'NOT_REACHED', 'x'), { answer: answer('a') });
  const asked = one.ask();
  await new Promise(setImmediate);
  assert.equal(badge(one), 'offline');
  await asked;
  assert.equal(badge(one), 'fresh');
});

test('who left is not answered any more', async () => {
  const { one, events } = following();
  const asked = one.ask();
  one.stop();
  await asked;
  assert.deepEqual(events, ['phase']);
});

test('an answer past its time is stale without anyone saying so', async () => {
  const { one } = following({ answer: answer('a', { staleAt: '2000-01-01T00:00:00Z' }) });
  await one.ask();
  assert.equal(badge(one), 'stale');
});

test('an offline page says so rather than fresh', async () => {
  const { one } = following({ answer: answer('a') });
  await one.ask();
  assert.equal(badgeOf(one.view, { since: 0 }, Date.now()), 'offline');
});

test('a version announced while an older answer is on its way is asked for', async () => {
  const { one, calls } = following({ answer: answer('a') }, { answer: answer('b') });
  const asked = one.ask();
  one.signal(signal('ready', { version: 'b' }));
  await asked;
  await new Promise(setImmediate);
  assert.equal(calls.length, 2);
  assert.equal(one.view.answer.version, 'b');
  one.stop();
});

test('the same version asked for again keeps the figures that are drawn, and is no news', async () => {
  const first = answer('a');
  const { one, events } = following({ answer: first }, { answer: answer('a', { state: 'stale', staleAt: '2026-01-01T00:00:00Z' }) });
  await one.ask();
  await one.ask();
  assert.equal(one.own, first);
  assert.equal(one.own.staleAt, '2026-01-01T00:00:00Z');
  assert.equal(badge(one), 'stale');
  assert.equal(events.at(-1), 'again');
});

test('a stale answer that comes while its refresh is under way does not hide that', async () => {
  const { one } = following({ answer: answer('a') }, { answer: answer('a', { state: 'stale' }) });
  await one.ask();
  const asked = one.ask();
  one.signal(signal('computing', { startedAt: '2026-11-22T10:00:00Z', leaseUntil: '2099-01-01T00:00:00Z' }));
  await asked;
  assert.equal(badge(one), 'refreshing');
});

test('what is shown stays what it is while asking again does not work', async () => {
  const { one } = following({ answer: answer('a') }, new Problem(0, 'NOT_REACHED', 'x'), { answer: answer('b') });
  await one.ask();
  const asked = one.ask();
  await new Promise(setImmediate);
  assert.equal(badge(one), 'fresh');
  assert.equal(one.view.error, undefined);
  await asked;
  assert.equal(one.own.version, 'b');
});

test('a computation whose end is not heard is asked for after its lease', async () => {
  const { one } = following({ answer: answer('a') }, { answer: answer('a', { state: 'stale' }) });
  await one.ask();
  const until = Date.now() - 60_000;
  one.signal(signal('computing', { startedAt: '2026-11-22T10:00:00Z', leaseUntil: new Date(until).toISOString() }));
  assert.equal(one.isDue(until), false);
  assert.equal(one.isDue(Date.now()), true);
  await one.ask();
  assert.equal(badge(one), 'stale');
});

test('a failure that comes with the same version is said once', async () => {
  const error = { code: 'SOURCE_FAILED', message: 'no' };
  const { one, events } = following({ answer: answer('a') }, { answer: answer('a', { error }) }, { answer: answer('a', { error }) });
  await one.ask();
  await one.ask();
  await one.ask();
  assert.deepEqual(events.slice(-2), ['failed', 'again']);
});

test('what is forgotten while it is asked for once more is forgotten, whatever the answer', async () => {
  let answered;
  const late = new Promise((resolve) => { answered = resolve; });
  const answers = [Promise.resolve({ answer: answer('a') }), late];
  const one = new CategoryTracker(WHAT, () => answers.shift(), () => {});
  await one.ask();
  const asked = one.ask();
  one.signal(signal('invalidated', { available: null }));
  answered({ answer: answer('a') });
  await asked;
  assert.equal(badge(one), 'forgotten');
});

test('a category of a dataset that is still being read is waited for', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const reading = new Problem(503, 'DATASET_READING', 'the dataset is being read', { retryAfterMillis: 2000 });
  const { one, calls } = following(reading, { answer: answer('a') });
  const asked = one.ask();
  await new Promise(setImmediate);
  assert.equal(badge(one), 'waiting');
  context.mock.timers.tick(2000);
  await asked;
  assert.equal(calls.length, 2);
  assert.equal(badge(one), 'fresh');
});

test('an end that has the last word although another version is there is looked into', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  for (const [held, phase, version] of [[answer('b'), 'settled', 'b'], [answer('a'), 'forgotten', 'a'], [undefined, 'forgotten', 'a']]) {
    const one = new CategoryTracker(WHAT, async () => ({ answer: answer('a') }), () => {}, undefined, async () => held);
    await one.ask();
    one.signal(signal('invalidated'));
    assert.equal(one.view.phase, 'forgotten');
    context.mock.timers.tick(2000);
    await new Promise(setImmediate);
    assert.deepEqual([one.view.phase, one.own.version], [phase, version]);
  }
});
