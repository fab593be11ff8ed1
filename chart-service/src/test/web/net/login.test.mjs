import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logInAgain } from '../../../main/web/net/login.js';

test('a login that has ended leads to a new one, once a minute at most', () => {
  const stored = new Map();
  const storage = { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) };
  let reloads = 0;
  for (const now of [1_000_000, 1_000_500, 1_059_000, 1_061_000]) {
    logInAgain(storage, () => reloads++, now);
  }
  assert.equal(reloads, 2);
});
