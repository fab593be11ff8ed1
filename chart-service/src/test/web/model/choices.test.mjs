import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Choices, LongChoices } from '../../../main/web/model/choices.js';

const COUNT = 100_000;
const name = (place) => `c${place}`;

/** A long list whose service knows COUNT names; `asked` are the calls. */
function long({ fails = () => false } = {}) {
  const asked = [];
  const fetchPage = async (query) => {
    asked.push(query);
    await undefined;
    if (fails(query)) {
      throw Object.assign(new Error('away'), { status: query.around === 'nope' ? 404 : 503 });
    }
    const all = Array.from({ length: COUNT }, (_, place) => name(place)).filter((one) => one.includes(query.search ?? ''));
    const from = query.from ?? Math.floor(all.indexOf(query.around) / query.limit) * query.limit;
    return { matchCount: all.length, from, categories: all.slice(from, from + query.limit).map((one) => ({ name: one })) };
  };
  return { choices: new LongChoices(fetchPage, { count: COUNT }), asked };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a short list is searched here', () => {
  const choices = new Choices([{ key: 'figs', label: 'Figs' }, { key: 'apples', label: 'Äpfel' }]);
  assert.equal(choices.matching('äP').at(0).key, 'apples');
  assert.equal(choices.matching(''), choices);
  assert.equal(choices.beside('figs', 1), 'apples');
  assert.equal(choices.beside('apples', 1), undefined);
});

test('a long list asks once for what is looked at', async () => {
  const { choices, asked } = long();
  assert.equal(choices.count, COUNT);
  assert.equal(choices.at(54_321), undefined);
  assert.equal(choices.at(54_322), undefined);
  await soon();
  assert.equal(choices.at(54_321).key, 'c54321');
  assert.deepEqual(asked.map(({ from }) => from), [54_300]);
  assert.equal(choices.at(COUNT), undefined);
  assert.equal(choices.at(-1), undefined);
  await soon();
  assert.equal(asked.length, 1);
});

test('a step beyond a page brings the next one; none leads out of the list', async () => {
  const { choices, asked } = long();
  assert.equal(await choices.beside('c199', 1), 'c200');
  assert.deepEqual(asked.map(({ around, from }) => around ?? from), ['c199', 200]);
  assert.equal(choices.beside('c200', -1), 'c199', 'both are there');
  assert.equal(await choices.beside('c0', -1), undefined);
  assert.equal(await choices.beside(name(COUNT - 1), 1), undefined);
});

test('what is not in the list is asked for once', async () => {
  const { choices, asked } = long({ fails: ({ around }) => around === 'nope' });
  assert.equal(choices.placeOf('nope'), undefined);
  await soon();
  assert.equal(choices.placeOf('nope'), undefined);
  assert.equal(await choices.beside('nope', 1), undefined);
  assert.ok(asked.length <= 2, `${asked.length} calls`);
});

test('of what is typed in a row only the last is sought', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { choices, asked } = long();
  choices.matching('9');
  const found = choices.matching('99');
  assert.equal(choices.matching('99'), found);
  assert.equal(found.count, undefined);
  context.mock.timers.tick(200);
  for (let turn = 0; turn < 20 && found.count === undefined; turn++) {
    await Promise.resolve();
  }
  assert.equal(found.count, 3_691);
  assert.deepEqual(asked.map(({ search }) => search), ['99']);
  assert.equal(found.at(0).key, 'c99');
});

test('what was renewed is shown until it has come again, and forgotten where places have moved', async () => {
  const { choices, asked } = long();
  choices.at(0);
  await soon();
  choices.renew();
  assert.equal(choices.at(0).key, 'c0');
  await soon();
  assert.equal(asked.length, 2);
  choices.renew(COUNT - 1);
  assert.equal(choices.count, COUNT - 1);
  assert.equal(choices.at(0), undefined);
});

test('a page that could not be fetched is asked for again after a while', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let away = true;
  const { choices, asked } = long({ fails: () => away });
  choices.at(0);
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
  choices.at(0);
  assert.equal(asked.length, 1);
  assert.equal(choices.placeOf('c5'), undefined);
  away = false;
  context.mock.timers.tick(3_000);
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
  choices.at(0);
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
  assert.equal(choices.placeOf('c5'), 5, 'not reached does not mean not there');
});
