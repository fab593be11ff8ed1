import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Staleness } from '../../../main/web/model/staleness.js';

const STALE_AT = Date.parse('2026-11-22T10:00:00Z');
const HOUR = 3_600_000;

function view(change = {}, ofAnswer = {}) {
  const answer = {
    version: 'a',
    state: 'ready',
    staleAt: new Date(STALE_AT).toISOString(),
    expiresAt: new Date(STALE_AT + 2 * HOUR).toISOString(),
    ...ofAnswer,
  };
  return { phase: 'settled', carried: false, answer, ...change };
}

test('a stale answer is asked for once, a while after it turned stale', () => {
  const aging = new Staleness(() => 0.5);
  assert.equal(aging.isDue(view(), STALE_AT - 1), false);
  assert.equal(aging.isDue(view(), STALE_AT + 15_999), false);
  assert.equal(aging.isDue(view(), STALE_AT + 16_000), true);
  assert.equal(aging.isDue(view(), STALE_AT + 16_001), false);
});

test('a thousand pages do not ask in the same instant', () => {
  const seconds = new Set();
  for (let i = 0; i < 1000; i++) {
    const aging = new Staleness();
    const due = Array.from({ length: 40 }, (_, second) => second).find((second) => aging.isDue(view(), STALE_AT + second * 1000));
    seconds.add(due);
  }
  assert.ok(seconds.size > 20 && Math.min(...seconds) >= 1 && Math.max(...seconds) <= 31, [...seconds].join());
});

test('what lives briefly is asked for well before it expires', () => {
  const aging = new Staleness(() => 1);
  const brief = { expiresAt: new Date(STALE_AT + 8000).toISOString() };
  assert.equal(aging.isDue(view({}, brief), STALE_AT + 3000), true);
});

test('an answer that came stale has asked by itself', () => {
  const aging = new Staleness(() => 0.5);
  const stale = view({}, { state: 'stale' });
  assert.equal(aging.isDue(stale, STALE_AT + HOUR), false);
  assert.equal(aging.isDue(stale, STALE_AT + HOUR + 29_999), false);
  assert.equal(aging.isDue(stale, STALE_AT + HOUR + 30_000), true);
});

test('it is asked for ever more seldom while nothing comes of it', () => {
  const aging = new Staleness(() => 0.5);
  const asked = [];
  for (let now = STALE_AT; now < STALE_AT + HOUR; now += 1000) {
    if (aging.isDue(view(), now)) {
      asked.push(Math.round((now - STALE_AT) / 1000));
    }
  }
  assert.deepEqual(asked, [16, 46, 106, 226, 466, 946, 1546, 2146, 2746, 3346]);
});

test('a new version is fresh again', () => {
  const aging = new Staleness(() => 0);
  assert.equal(aging.isDue(view(), STALE_AT + 1000), true);
  const next = { version: 'b', staleAt: new Date(STALE_AT + HOUR).toISOString() };
  assert.equal(aging.isDue(view({}, next), STALE_AT + 2000), false);
  assert.equal(aging.isDue(view({}, next), STALE_AT + HOUR + 1000), true);
});

for (const [why, change] of Object.entries({
  'is being computed': { phase: 'computing' },
  'was forgotten': { phase: 'forgotten' },
  'failed': { error: { code: 'SOURCE_FAILED' } },
  'belongs to the category before': { carried: true },
  'is not there': { answer: undefined },
})) {
  test(`what ${why} is not asked for`, () => {
    assert.equal(new Staleness(() => 0).isDue(view(change), STALE_AT + HOUR), false);
  });
}
