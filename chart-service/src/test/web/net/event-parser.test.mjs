import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventParser } from '../../../main/web/net/event-parser.js';

function read(...pieces) {
  const heard = [];
  const reader = new EventParser((name, data) => heard.push([name, data]));
  pieces.forEach((piece) => reader.push(piece));
  return heard;
}

test('an event is read however it is cut to pieces', () => {
  const text = 'retry: 1000\n\nevent: signal\nid: 7\ndata: {"a": "b:c"}\n\n:\n\nevent: signal\ndata: 2\n\n';
  const whole = [['signal', '{"a": "b:c"}'], ['signal', '2']];
  assert.deepEqual(read(text), whole);
  assert.deepEqual(read(...text), whole);
  for (let at = 0; at < text.length; at++) {
    assert.deepEqual(read(text.slice(0, at), text.slice(at)), whole, `cut at ${at}`);
  }
});

test('lines may end as they like', () => {
  assert.deepEqual(read(...'event: signal\r\ndata: 1\r\n\r\n'), [['signal', '1']]);
  assert.deepEqual(read('event: signal\rdata: 1\r\rdata: 2\r\r', '\n'), [['signal', '1'], ['message', '2']]);
});

test('comments and events without data are nothing', () => {
  assert.deepEqual(read(':\n\n', ': beat\n\n', 'event: signal\n\n', 'data\n\n', 'data: last, and its end is yet to come\n'), [['message', '']]);
});

test('several lines of data are one text', () => {
  assert.deepEqual(read('data: a\ndata:  b\n\n'), [['message', 'a\n b']]);
});
