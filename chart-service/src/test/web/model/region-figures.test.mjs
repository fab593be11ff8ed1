import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RegionFigures } from '../../../main/web/model/region-figures.js';
import { Problem } from '../../../main/web/net/api.js';

const ZOOM = { x0: 0, x1: 1, y0: 0, y1: 1 };
const reduced = (version) => ({ version, figures: [{ layout: { meta: { method: 'sample' } } }] });
const view = { dataset: 'large', category: 'many', answer: reduced('v'), carried: false };

/** Answers in the order given, the last one from then on; a failure is thrown. */
function world(...answers) {
  let calls = 0;
  const regions = new RegionFigures(async () => {
    calls++;
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (next instanceof Error) {
      throw next;
    }
    return next;
  }, () => {});
  return { regions, calls: () => calls };
}

async function pass(context, millis) {
  for (let i = 0; i < millis; i += 50) {
    context.mock.timers.tick(50);
    for (let turn = 0; turn < 5; turn++) {
      await new Promise(setImmediate);
    }
  }
}

test('a zoom that failed is said, and tried again until it is there', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { regions } = world(new Problem(503, 'UNAVAILABLE', 'away'), { answer: reduced('v') });
  assert.equal(regions.of(view, ZOOM), undefined);
  await pass(context, 300);
  assert.equal(regions.problem.message, 'away');
  assert.notEqual(regions.since, undefined);
  await pass(context, 1000);
  assert.equal(regions.of(view, ZOOM).version, 'v');
  assert.equal(regions.problem, undefined);
  assert.equal(regions.since, undefined);
});

test('a zoom that is still being computed, or came of another version, is asked for again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { regions, calls } = world({ pending: { state: 'computing' } }, { answer: reduced('older') }, { answer: reduced('v') });
  regions.of(view, ZOOM);
  await pass(context, 3000);
  assert.equal(calls(), 3);
  assert.equal(regions.of(view, ZOOM).version, 'v');
});

test('what an engine has reduced is not asked for a region, but that is said until the whole is in sight', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { regions, calls } = world({ answer: reduced('v') });
  const there = { ...view, answer: { ...reduced('v'), reduced: true } };
  assert.equal(regions.of(there, ZOOM), undefined);
  await pass(context, 5000);
  assert.equal(calls(), 0);
  assert.equal(regions.problem.code, 'REDUCED');
  assert.equal(regions.since, undefined);
  assert.equal(regions.of(there, undefined), undefined);
  assert.equal(regions.problem, undefined);
});

test('what is refused is not asked for again, and what is no longer looked at neither', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const refused = world(new Problem(400, 'MALFORMED', 'no'));
  refused.regions.of(view, ZOOM);
  await pass(context, 5000);
  assert.equal(refused.calls(), 1);
  assert.equal(refused.regions.since, undefined);

  const left = world(new Problem(503, 'UNAVAILABLE', 'away'));
  left.regions.of(view, ZOOM);
  await pass(context, 300);
  left.regions.of(view, undefined);
  await pass(context, 5000);
  assert.equal(left.calls(), 1);
  assert.equal(left.regions.problem, undefined);
});
