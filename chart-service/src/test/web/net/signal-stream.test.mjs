import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SignalStream } from '../../../main/web/net/signal-stream.js';

const SILENCE = 35_000;

/** A server that answers as told, and a listener that remembers. */
class World {
  constructor() {
    this.calls = [];
    this.heard = [];
    this.stream = new SignalStream({
      opened: () => this.heard.push('opened'),
      signal: (signal, id) => this.heard.push(`${signal.version}@${id}`),
      changes: () => this.heard.push('changes'),
      lost: () => this.heard.push('lost'),
    }, SILENCE, (url, { signal, headers }) => this.connect(url, signal, headers));
  }

  connect(url, signal, headers) {
    const call = { url, signal, headers };
    this.calls.push(call);
    const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const answered = new Promise((resolve, reject) => Object.assign(call, { refuse: reject, answer: resolve }));
    return Promise.race([answered, aborted]);
  }

  get last() {
    return this.calls.at(-1);
  }

  async accept() {
    const { signal } = this.last;
    const body = new ReadableStream({
      start: (controller) => {
        this.send = (text) => controller.enqueue(new TextEncoder().encode(text));
        signal.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    this.last.answer(new Response(body));
    await settled();
  }
}

/** Whatever promises and streams have to do among themselves. */
async function settled() {
  for (let i = 0; i < 20; i++) {
    await new Promise(setImmediate);
  }
}

let world;
beforeEach(() => {
  world = new World();
});

test('signals are heard as they come', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  world.stream.follow('fruit');
  await world.accept();
  world.send('retry: 1000\n\nevent: signal\nid: t-1\ndata: {"version":"v"}\n\nevent: other\ndata: no JSON\n\nevent: changes\nid: t-9\ndata: {}\n\n');
  await settled();
  assert.equal(world.last.url, '/api/signals?dataset=fruit&most=200');
  assert.deepEqual(world.heard, ['opened', 'v@t-1', 'changes']);
  assert.equal(world.stream.lastEventId, 't-9');
  world.stream.close();
});

test('a lost stream is opened again, later each time, until it holds', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  context.mock.method(Math, 'random', () => 0.5);
  world.stream.follow(undefined);
  world.last.refuse(new Error('refused'));
  await settled();
  context.mock.timers.tick(499);
  assert.equal(world.calls.length, 1);
  context.mock.timers.tick(1);
  assert.equal(world.calls.length, 2);
  world.last.answer(new Response('', { status: 503 }));
  await settled();
  context.mock.timers.tick(999);
  assert.equal(world.calls.length, 2);
  context.mock.timers.tick(1);
  await world.accept();
  assert.deepEqual(world.heard, ['lost', 'lost', 'opened']);
  assert.equal(world.last.url, '/api/signals?most=200');
  world.stream.close();
});

test('a stream on which not even a heartbeat comes is lost', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  world.stream.follow('fruit');
  await world.accept();
  for (let i = 0; i < 5; i++) {
    context.mock.timers.tick(SILENCE - 1);
    world.send(':\n\n');
    await settled();
  }
  assert.deepEqual(world.heard, ['opened']);
  context.mock.timers.tick(SILENCE);
  assert.deepEqual(world.heard, ['opened', 'lost']);
  assert.ok(world.last.signal.aborted);
  context.mock.timers.tick(1000);
  assert.equal(world.calls.length, 2);
  world.stream.close();
});

test('a stream that is never answered is tried again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  world.stream.follow('fruit');
  context.mock.timers.tick(SILENCE);
  assert.deepEqual(world.heard, ['lost']);
  world.stream.close();
});

test('a stream that was closed on purpose stays closed', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  world.stream.follow('fruit');
  await world.accept();
  world.stream.close();
  await settled();
  context.mock.timers.tick(10 * SILENCE);
  assert.equal(world.calls.length, 1);
  assert.deepEqual(world.heard, ['opened']);
});

test('what can be no name of a dataset is not asked for', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  world.stream.follow('No such one');
  assert.equal(world.last.url, '/api/signals?most=200');
  world.stream.close();
});

test('a stream opened again goes on after the last signal heard; that of another dataset begins at the beginning', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  world.stream.follow('fruit');
  assert.equal(world.last.headers['Last-Event-ID'], undefined);
  await world.accept();
  world.send('event: signal\nid: t-41\ndata: {"version":"a"}\n\nevent: signal\nid: t-42\ndata: {"version":"b"}\n\n');
  await settled();
  world.stream.open();
  assert.equal(world.last.headers['Last-Event-ID'], 't-42');
  world.stream.follow('cars');
  assert.equal(world.last.headers['Last-Event-ID'], undefined);
  world.stream.close();
});
