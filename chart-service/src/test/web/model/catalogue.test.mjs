import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue, stateAt } from '../../../main/web/model/catalogue.js';
import { Live } from '../../../main/web/model/live.js';
import { RecomputeRun } from '../../../main/web/model/recompute-run.js';

const LIST = [
  { name: 'penguins', title: 'Penguins', categories: [] },
  { name: 'fruit', title: 'Fruit', default: true, categories: [{ name: 'figs', state: 'cold' }, { name: 'apples', state: 'ready', expiresAt: '2026-11-22T18:00:00Z' }] },
];
const ready = (category, computedAt) => ({ dataset: 'fruit', category, status: 'ready', version: 'v', computedAt, computeMillis: 5000 });

test('a signal that overtakes the list is not lost', () => {
  const catalogue = new Catalogue();
  const since = catalogue.startFetch();
  catalogue.apply(ready('figs', '2026-11-22T10:00:00Z'));
  catalogue.take(LIST, since);
  assert.equal(catalogue.category('fruit', 'figs').state, 'ready');
  assert.equal(catalogue.category('fruit', 'figs').computeMillis, 5000);
});

test('the default dataset is the one that says so', () => {
  const catalogue = new Catalogue();
  catalogue.take(LIST);
  assert.equal(catalogue.defaultDataset().name, 'fruit');
});

test('what was ready is cold once it expired', () => {
  const catalogue = new Catalogue();
  catalogue.take(LIST);
  const apples = catalogue.category('fruit', 'apples');
  assert.equal(stateAt(apples, Date.parse('2026-11-22T17:00:00Z')), 'ready');
  assert.equal(stateAt(apples, Date.parse('2026-11-22T19:00:00Z')), 'cold');
});

test('a pause keeps the newest change of each category, and shows them in the end', () => {
  const applied = [];
  const live = new Live((signal) => applied.push(signal.version));
  live.toggle();
  live.take({ dataset: 'd', category: 'a', version: 1 }, false);
  live.take({ dataset: 'd', category: 'a', version: 2 }, false);
  live.take({ dataset: 'd', category: 'b', version: 3 }, false);
  live.take({ dataset: 'd', category: 'mine', version: 4 }, true);
  assert.deepEqual(applied, [4]);
  assert.equal(live.held.size, 2);
  live.toggle();
  assert.deepEqual(applied, [4, 2, 3]);
});

test('a recomputation counts each category once, and those that failed', () => {
  const catalogue = new Catalogue();
  catalogue.take(LIST);
  catalogue.apply(ready('figs', '2026-11-22T10:00:00Z'));
  const run = new RecomputeRun(catalogue.dataset('fruit'), catalogue, {});
  run.hear(ready('figs', '2026-11-22T10:00:00Z'));
  assert.equal(run.done.size, 0, 'the present state that a new stream repeats is no progress');
  run.hear(ready('figs', '2026-11-22T10:05:00Z'));
  run.hear(ready('figs', '2026-11-22T10:06:00Z'));
  run.hear({ ...ready('apples'), status: 'failed' });
  run.hear({ ...ready('apples', '2026-11-22T10:05:00Z'), x: 'distance', y: 'delay' });
  run.hear(ready('elsewhere', '2026-11-22T10:05:00Z'));
  assert.deepEqual([run.done.size, run.failed.size, run.ended], [1, 1, true]);
});

const FLIGHTS = {
  name: 'flights', xTitle: 'Day', yTitle: 'Late by', x: 'date', y: 'delay', categories: [{ name: 'AA', state: 'ready' }],
  columns: ['date', 'delay', 'distance'].map((name) => ({ name, type: 'number' })),
};

test('a recomputation of which not every signal was told goes on by what the list says', () => {
  const catalogue = new Catalogue();
  catalogue.take(LIST);
  const run = new RecomputeRun(catalogue.dataset('fruit'), catalogue, {});
  catalogue.take([LIST[0], { ...LIST[1], categories: [{ name: 'figs', state: 'ready', computedAt: '2026-11-22T10:05:00Z' }, LIST[1].categories[1]] }]);
  run.look(catalogue);
  assert.deepEqual([...run.done], ['figs']);
});

const many = (states = {}) => ({ name: 'many', title: 'Many', categoryCount: 1000, categories: [{ name: 'c0', state: 'cold' }], ...states });
const page = ({ from, around }) => {
  const first = from ?? Math.floor(Number(around.slice(1)) / 100) * 100;
  return { matchCount: 1000, from: first, categories: Array.from({ length: 100 }, (_, i) => ({ name: `c${first + i}`, state: 'cold' })) };
};

test('of a long list the state of what was looked at is known, and a signal that overtakes its page is not lost', async () => {
  let come;
  const catalogue = new Catalogue((query) => new Promise((resolve) => { come = () => resolve(page(query)); }));
  catalogue.take([many()]);
  assert.equal(catalogue.category('many', 'c555'), undefined);
  const found = catalogue.dataset('many').choices.find('c555');
  catalogue.apply({ dataset: 'many', category: 'c555', status: 'failed' });
  come();
  await found;
  assert.equal(catalogue.category('many', 'c555').state, 'failed');
  assert.equal(catalogue.category('many', 'c556').state, 'cold');
  assert.equal(catalogue.dataset('many').choices.placeOf('c555'), 555);
  catalogue.take([many()]);
  assert.equal(catalogue.dataset('many').choices.at(555).key, 'c555', 'it is shown until it has come again');
  assert.equal(catalogue.fetches.size, 1, 'it is asked for again');
  assert.equal(catalogue.renew('many'), false);
});

test('one pair of columns has one name', () => {
  const catalogue = new Catalogue();
  const axes = (named) => {
    const { x, y } = catalogue.settled({ dataset: 'flights', ...named });
    return { x, y };
  };
  assert.deepEqual(axes({ x: 'date' }), { x: 'date', y: undefined }, 'not known yet');
  catalogue.take([FLIGHTS, ...LIST]);
  const own = { x: undefined, y: undefined };
  assert.deepEqual(axes({ x: 'date', y: 'delay' }), own);
  assert.deepEqual(axes({ y: 'delay' }), own);
  assert.deepEqual(axes({ }), own);
  assert.deepEqual(axes({ y: 'distance' }), { x: 'date', y: 'distance' });
  catalogue.take([{ ...FLIGHTS, columns: undefined }]);
  assert.deepEqual(axes({ x: 'date', y: 'delay' }), own, 'also where there is no choice');
});

test('titles belong to the own columns of a dataset', () => {
  const catalogue = new Catalogue();
  catalogue.take([FLIGHTS]);
  assert.deepEqual(catalogue.titles({ dataset: 'flights' }), { x: 'Day', y: 'Late by' });
  assert.deepEqual(catalogue.titles({ dataset: 'flights', x: 'delay', y: 'distance' }), { x: 'Late by', y: 'distance' });
});

test('a category has a state of its own under other axes, until its data may have changed', () => {
  const catalogue = new Catalogue();
  catalogue.take([FLIGHTS]);
  const axes = { x: 'distance', y: 'delay' };
  assert.equal(catalogue.category('flights', 'AA', axes).state, 'cold');
  catalogue.apply({ dataset: 'flights', category: 'AA', ...axes, status: 'failed' });
  assert.equal(catalogue.category('flights', 'AA', axes).state, 'failed');
  assert.equal(catalogue.category('flights', 'AA').state, 'ready');
  catalogue.apply({ dataset: 'flights', category: 'AA', status: 'invalidated' });
  assert.equal(catalogue.category('flights', 'AA', axes).state, 'cold');
});
