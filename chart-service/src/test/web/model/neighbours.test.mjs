import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Choices } from '../../../main/web/model/choices.js';
import { Neighbours } from '../../../main/web/model/neighbours.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const NOW = Date.parse('2026-11-25T12:00:00Z');
const LATER = '2026-11-25T18:00:00Z';
const what = (category) => ({ dataset: 'fruit', category });
const ready = (category, version) => ({ dataset: 'fruit', category, status: 'ready', version });

/** Neighbours of a service that holds `held`; `asked` is what it was asked for. */
function given(held = NAMES, states = {}) {
  const asked = [];
  const ended = [];
  const neighbours = new Neighbours((one) => {
    asked.push(one.category);
    return new Promise((resolve) => ended.push(() =>
      resolve(held.includes(one.category) ? { category: one.category, version: 'v1', staleAt: LATER } : undefined)));
  });
  neighbours.open();
  const around = (category) => neighbours.fetchAround(what(category), new Choices(NAMES.map((name) => ({ key: name, label: name }))), (name) => ({ name, state: states[name] ?? 'ready' }), NOW);
  const end = async () => {
    ended.splice(0).forEach((one) => one());
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { neighbours, asked, around, end };
}

test('two on either side are fetched, the next one first, and none again', async () => {
  const { neighbours, asked, around, end } = given();
  around('d');
  assert.deepEqual(asked, ['e', 'c', 'f', 'b']);
  assert.equal(neighbours.of(what('e'), NOW), undefined, 'it is under way');
  await end();
  assert.equal(neighbours.of(what('e'), NOW).category, 'e');
  assert.equal(neighbours.of(what('g'), NOW), undefined);
  around('e');
  assert.deepEqual(asked.slice(4), ['d', 'g'], 'only what is not there yet');
});

test('only what the list says is ready is asked for, and what is not held is asked for again', async () => {
  const { asked, around, end } = given(['c'], { e: 'cold', f: 'stale' });
  around('d');
  assert.deepEqual(asked, ['c', 'b']);
  await end();
  around('d');
  assert.deepEqual(asked.slice(2), ['b']);
});

test('a signal of a category ends what was fetched of it, also what is under way', async () => {
  const { neighbours, around, end } = given();
  around('d');
  neighbours.doubt(ready('c', 'v2'));
  await end();
  assert.equal(neighbours.of(what('c'), NOW), undefined);
  neighbours.doubt({ ...what('e'), status: 'forgotten' });
  assert.equal(neighbours.of(what('e'), NOW), undefined);
  neighbours.doubt(ready('f', 'v1'));
  assert.equal(neighbours.of(what('f'), NOW).version, 'v1', 'the same version is no reason to doubt');
});

test('what has grown stale is not shown at once, and nothing where signals may have been missed', async () => {
  const { neighbours, around, end } = given();
  around('a');
  await end();
  assert.equal(neighbours.of(what('b'), Date.parse(LATER) + 1), undefined);
  assert.ok(neighbours.of(what('b'), NOW));
  neighbours.shut();
  assert.equal(neighbours.of(what('b'), NOW), undefined);
  around('a');
  await end();
  assert.equal(neighbours.of(what('b'), NOW), undefined, 'nothing is fetched before signals are heard again');
});

test('few are kept, the latest', async () => {
  const { neighbours, around, end } = given();
  for (const name of NAMES) {
    around(name);
    await end();
  }
  assert.ok(neighbours.kept.size <= 8);
  const failing = new Neighbours(() => Promise.reject(new Error('away')));
  failing.open();
  failing.fetchAround(what('a'), new Choices(['a', 'b'].map((name) => ({ key: name, label: name }))), (name) => ({ name, state: 'ready' }), NOW);
  await end();
  assert.equal(failing.of(what('b'), NOW), undefined);
});
