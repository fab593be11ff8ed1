import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode, readAddress, writeAddress } from '../../../main/web/model/address.js';

const HOSTILE = ['a/b%2F', '"\'`$(rm)`', '<script>alert(1)</script>', 'line\nbreak', '😀 & ? # =', '..', 'a+b', "';--", '\u0000', '[rows]'];

test('what is shown comes back from its address', () => {
  for (const category of HOSTILE) {
    const address = {
      dataset: 'fruit', category, x: category, y: undefined, other: category, figure: 'line', region: { x0: -1.5, x1: 2, y0: 0, y1: 1e-7 },
    };
    assert.deepEqual(readAddress(writeAddress(address)), address);
  }
});

test('nothing chosen is no query at all', () => {
  assert.equal(writeAddress(readAddress('')), '');
});

test('a region without width, or that is no number, is none', () => {
  for (const search of ['?x0=1&x1=1&y0=0&y1=1', '?x0=a&x1=2&y0=0&y1=1', '?x0=1&x1=2', '?x0=-Infinity&x1=2&y0=0&y1=1']) {
    assert.equal(readAddress(search).region, undefined);
  }
});

test('an encoded name is harmless between any quotes', () => {
  for (const category of HOSTILE) {
    assert.match(encode(category), /^[\w.~%-]*$/);
  }
});

test('half a character does not break an address', () => {
  assert.equal(typeof encode('\ud83d'), 'string');
});

test('a figure that there is not fills no window', () => {
  assert.equal(readAddress('?figure=pie').figure, undefined);
  assert.equal(readAddress('?figure=line').figure, 'line');
});
