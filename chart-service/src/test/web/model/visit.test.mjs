import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visit } from '../../../main/web/model/visit.js';

const FLIGHTS = {
  name: 'flights', default: true, xTitle: 'date', yTitle: 'delay', x: 'date', y: 'delay', categories: [{ name: 'AA', state: 'cold' }],
  columns: ['date', 'delay', 'distance'].map((name) => ({ name, type: 'number' })),
};
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

/** A visit of the page under an address; its address, calls for figures and signals. */
async function visiting(t, search) {
  const calls = [];
  const addressBar = { search: () => search, change: (to) => { search = to; } };
  let hear;
  const streamTo = (listener) => {
    hear = Object.assign(listener.signal, listener);
    return { follow: () => {}, open: () => {}, close: () => {} };
  };
  const fetchFigures = async ({ category, x, y }) => {
    calls.push([category, x, y]);
    return { answer: { dataset: 'flights', category, x, y, version: `v${calls.length}`, state: 'ready', figures: [] } };
  };
  const api = { fetchDatasets: async () => [FLIGHTS], fetchCategories: async () => ({ categories: [] }), fetchFigures, fetchHeldFigures: async () => undefined };
  const visit = new Visit(api, streamTo, addressBar, { changed: () => {}, heard: () => {}, happened: () => {} }, 5);
  t.after(() => visit.go({ category: undefined }));
  visit.start();
  await soon();
  return { visit, calls, hear, search: () => search };
}

test('another axis is in the address, the region of the old ones is not, and its figures are asked for', async (t) => {
  const { visit, calls, search } = await visiting(t, '?dataset=flights&category=AA&x0=1&x1=2&y0=1&y1=2');
  visit.chooseAxes({ y: 'distance' });
  assert.equal(search(), '?dataset=flights&category=AA&x=date&y=distance');
  assert.equal(visit.views()[0].carried, true);
  await soon();
  assert.deepEqual(calls, [['AA', undefined, undefined], ['AA', 'date', 'distance']]);
  visit.chooseAxes({ y: 'delay' });
  assert.equal(search(), '?dataset=flights&category=AA', 'the own axes are told by naming none');
});

test('an address that names one axis, or the own ones, comes to the name that signals have', async (t) => {
  assert.equal((await visiting(t, '?dataset=flights&category=AA&x=distance')).search(), '?dataset=flights&category=AA&x=distance&y=delay');
  assert.equal((await visiting(t, '?dataset=flights&category=AA&x=date&y=delay')).search(), '?dataset=flights&category=AA');
});

test('a signal changes what is seen under its own axes only; changed data is asked for again under all', async (t) => {
  const { calls, hear } = await visiting(t, '?dataset=flights&category=AA&x=distance&y=delay');
  const before = calls.length;
  hear({ dataset: 'flights', category: 'AA', status: 'ready', version: 'other' }, 'topic-1');
  await soon();
  assert.equal(calls.length, before);
  hear({ dataset: 'flights', category: 'AA', status: 'invalidated' }, 'topic-2');
  await soon();
  assert.equal(calls.length, before + 1);
  hear({ dataset: 'flights', category: 'AA', x: 'distance', y: 'delay', status: 'ready', version: `v${calls.length + 1}` }, 'topic-3');
  await soon();
  assert.equal(calls.length, before + 2);
});

test('where more has happened than was told, what is on screen is asked for again; not before a pause ends', async (t) => {
  const { visit, calls, hear } = await visiting(t, '?dataset=flights&category=AA');
  hear.changes();
  await soon();
  assert.equal(calls.length, 2);
  visit.live.toggle();
  hear.changes();
  hear.changes();
  await soon();
  assert.equal(calls.length, 2);
  visit.live.toggle();
  await soon();
  assert.equal(calls.length, 3);
});
