import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue } from '../../../main/web/model/catalogue.js';
import { Listing } from '../../../main/web/model/listing.js';

const list = (...names) => [{ name: 'fruit', title: 'Fruit', categories: names.map((name) => ({ name, state: 'cold' })) }];

/** A catalogue whose list comes as told: a list, a failure, or a promise of either. */
function world(...answers) {
  const calls = [];
  const fetchDatasets = async () => {
    calls.push(Date.now());
    const next = await (answers.length > 1 ? answers.shift() : answers[0]);
    if (next instanceof Error) {
      throw next;
    }
    return structuredClone(next);
  };
  const pages = [];
  const axes = {};
  const fetchCategories = async ({ dataset, x, y }) => {
    pages.push(`${dataset} ${x} ${y}`);
    return { categories: [{ name: 'figs', state: 'stale', rows: 7 }, { name: 'plums', state: 'ready' }] };
  };
  const catalogue = new Catalogue(fetchCategories, () => {}, () => ({ dataset: 'fruit', ...axes }));
  const listing = new Listing(catalogue, { fetchDatasets }, () => {}, () => 'fruit', () => axes);
  return { catalogue, listing, calls, pages, axes };
}

async function pass(context, millis) {
  for (let i = 0; i < millis; i += 500) {
    context.mock.timers.tick(500);
    for (let turn = 0; turn < 5; turn++) {
      await new Promise(setImmediate);
    }
  }
}

test('a listing that failed after a gap gathers no signals, and is made again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { catalogue, listing, calls } = world(list('figs'), new Error('away'), list('figs'));
  await listing.refresh();
  await listing.refresh();
  for (let i = 0; i < 100; i++) {
    catalogue.apply({ dataset: 'fruit', category: 'figs', status: 'computing' });
  }
  assert.equal(catalogue.fetches.size, 0);
  await pass(context, 6000);
  assert.equal(calls.length, 3);
  assert.equal(listing.problem, undefined);
});

test('signals of unknown categories do not postpone the listing', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { catalogue, listing, calls } = world(list('figs'), list('figs', 'plums'));
  await listing.refresh();
  for (let i = 0; i < 8; i++) {
    listing.miss(() => catalogue.category('fruit', 'plums') !== undefined);
    await pass(context, 1000);
  }
  assert.equal(calls.length, 2);
  assert.ok(catalogue.category('fruit', 'plums'));
});

test('a category that no list holds is asked for ever more seldom', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { listing, calls } = world(list('figs'));
  await listing.refresh();
  for (let i = 0; i < 200; i++) {
    listing.miss(() => false);
    await pass(context, 1000);
  }
  assert.ok(calls.length >= 4 && calls.length <= 7, `${calls.length} calls`);
});

test('a list asked for while another is on its way does not lose the signals between', async () => {
  let first;
  const { catalogue, listing, calls } = world(new Promise((resolve) => { first = resolve; }), list('figs'));
  const one = listing.refresh();
  catalogue.apply({ dataset: 'fruit', category: 'figs', status: 'failed' });
  listing.refresh();
  first(list('figs'));
  await one;
  assert.equal(catalogue.category('fruit', 'figs').state, 'failed');
  await new Promise(setImmediate);
  assert.equal(calls.length, 2);
});
test('under other axes the states are those of their slices, and a signal that comes meanwhile is newer', async () => {
  const columns = ['a', 'b', 'c'].map((name) => ({ name, type: 'number' }));
  const { catalogue, listing, pages, axes } = world([{ ...list('figs', 'plums')[0], x: 'a', y: 'b', columns }]);
  await listing.refresh();
  assert.deepEqual(pages, []);
  Object.assign(axes, { x: 'c', y: 'b' });
  listing.show();
  catalogue.apply({ dataset: 'fruit', category: 'plums', ...axes, status: 'failed' });
  await new Promise(setImmediate);
  assert.deepEqual(pages, ['fruit c b']);
  assert.equal(catalogue.category('fruit', 'figs', axes).state, 'stale');
  assert.equal(catalogue.category('fruit', 'figs', axes).rows, 7);
  assert.equal(catalogue.category('fruit', 'plums', axes).state, 'failed');
  assert.equal(catalogue.category('fruit', 'figs').state, 'cold');
  listing.show();
  await new Promise(setImmediate);
  assert.equal(pages.length, 1, 'what is there is not fetched again');
});

test('axes chosen while a list is on its way are fetched after it', async () => {
  const columns = ['a', 'b', 'c'].map((name) => ({ name, type: 'number' }));
  let first;
  const { listing, pages, axes } = world(new Promise((resolve) => { first = resolve; }));
  const one = listing.refresh();
  Object.assign(axes, { x: 'c', y: 'b' });
  listing.show();
  first([{ ...list('figs')[0], x: 'a', y: 'b', columns }]);
  await one;
  await new Promise(setImmediate);
  assert.equal(pages.length, 1);
});
