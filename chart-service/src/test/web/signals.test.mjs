import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignalStream } from '../../main/web/page/signals.js';

class Source {
  constructor(url) {
    this.url = url;
    this.closed = false;
    this.listeners = {};
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  close() {
    this.closed = true;
  }
}

test('a lost stream is opened again, later each time, until it holds', (context) => {
  const pauses = [];
  const later = [];
  context.mock.method(globalThis, 'setTimeout', (run, millis) => {
    pauses.push(millis);
    later.push(run);
  });
  const sources = [];
  const heard = [];
  const stream = new SignalStream({
    opened: () => heard.push('opened'),
    signal: (signal) => heard.push(signal.version),
    lost: () => heard.push('lost'),
  }, (url) => {
    sources.push(new Source(url));
    return sources.at(-1);
  });
  stream.follow('fruit');
  sources[0].onopen();
  sources[0].listeners.signal({ data: '{"version":"v"}' });
  sources[0].onerror();
  later.shift()();
  sources[1].onerror();
  later.shift()();
  sources[2].onopen();
  assert.deepEqual(heard, ['opened', 'v', 'lost', 'lost', 'opened']);
  assert.equal(sources[2].url, '/api/signals?dataset=fruit');
  assert.ok(sources[0].closed && sources[1].closed && !sources[2].closed);
  assert.ok(pauses[0] >= 375 && pauses[0] <= 625 && pauses[1] >= 750, `pauses were ${pauses}`);
});
