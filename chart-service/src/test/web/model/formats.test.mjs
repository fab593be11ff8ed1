import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Formats, fill } from '../../../main/web/model/formats.js';

const english = new Formats('en');
const chinese = new Formats('zh-CN');

test('a text is filled in, numbers as the language writes them', () => {
  assert.equal(fill('[shown] of [rows] rows', { shown: 5000, rows: 1000000 }, english), '5,000 of 1,000,000 rows');
  assert.equal(fill('全部 [rows] 行', { rows: 2000 }, chinese), '全部 2,000 行');
});

test('one row is a row, several are rows', () => {
  assert.equal(fill('[n] [n|row|rows]', { n: 1 }, english), '1 row');
  assert.equal(fill('[n] [n|row|rows]', { n: 0 }, english), '0 rows');
});

test('a value that looks like a place to fill in stays as it is', () => {
  assert.equal(fill('[category] is ready', { category: '[rows] $& $1' }, english), '[rows] $& $1 is ready');
});

test('durations read naturally', () => {
  assert.equal(english.duration(120), '120 ms');
  assert.equal(english.duration(5003), '5.0 sec');
  assert.equal(english.duration(59_999), '59.9 sec');
  assert.equal(english.duration(200_000), '3 min 20 sec');
  assert.equal(english.duration(7_260_000), '2 hr 1 min');
  assert.equal(chinese.duration(5003), '5.0秒');
});

test('relative times tick in steps that mean something', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  assert.equal(english.ago(now - 2_000, now), 'now');
  assert.equal(english.ago(now - 45_000, now), '45 seconds ago');
  assert.equal(english.ago(now - 200_000, now), '3 minutes ago');
  assert.equal(english.ago(now + 7.9 * 3600_000, now), 'in 7 hours');
  assert.equal(chinese.ago(now - 200_000, now), '3分钟前');
});

test('every word that a module asks for is in the shell, in both languages', () => {
  const main = new URL('../../../main/', import.meta.url);
  const read = (path) => readFileSync(new URL(path, main), 'utf8');
  const java = read('java/io/figcast/chart/page/Words.java') + read('java/io/figcast/chart/page/News.java');
  const known = new Set([...java.matchAll(/String (\w+)\(\);/g)].map((match) => match[1]));
  const chinese = read('resources/messages/words_zh-CN.properties') + read('resources/messages/news_zh-CN.properties');
  const translated = new Set(chinese.split('\n').filter((line) => line.includes('=')).map((line) => line.split('=')[0]));
  const modules = readdirSync(new URL('web/', main), { recursive: true }).filter((name) => String(name).endsWith('.js'));
  const asked = modules.flatMap((name) => {
    const source = read(`web/${name}`);
    return [...source.matchAll(/\bword\((?:[^()']*\? )?'(\w+)'(?: : '(\w+)')?/g)].flatMap((match) => [match[1], match[2]]);
  });
  assert.ok(asked.length > 60);
  for (const key of asked.filter(Boolean)) {
    assert.ok(known.has(key), `${key} is asked for, but is no word`);
  }
  assert.deepEqual([...known].filter((key) => !translated.has(key)), []);
  assert.deepEqual([...translated].filter((key) => !known.has(key)), []);
});
