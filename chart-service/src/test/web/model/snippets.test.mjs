import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { curlLine, fileName, kcatLine, pythonLine } from '../../../main/web/model/snippets.js';

const HOSTILE = [
  'figs', "it's", '"; rm -rf / #', '$(touch /tmp/x)', '`id`', '!history', '\\n', 'line\nbreak', '<b>&amp;', '名前 😀', '%s%n', '-k evil', '\u0007',
];
const KAFKA = { servers: 'localhost:9092', topic: 'category-requests' };

function argumentsSeenBy(line, ...commands) {
  const shown = commands.map((command) => `${command}() { for a in "$@"; do printf '%s\\0' "$a"; done; }`).join('; ');
  return execFileSync('sh', ['-c', `${shown}; ${line}`]).toString().split('\0').slice(0, -1);
}

test('the curl line asks for exactly this category, whatever it is called', () => {
  for (const category of HOSTILE) {
    const seen = argumentsSeenBy(curlLine('http://localhost:8080', { dataset: 'fruit', category }), 'curl');
    assert.equal(new URL(seen.at(-1)).searchParams.get('category'), category);
    assert.equal(seen.length, 4);
  }
});

test('the kcat line sends exactly this category, whatever it is called', () => {
  for (const category of HOSTILE) {
    const line = kcatLine(KAFKA, { dataset: 'fruit', category });
    const sent = execFileSync('sh', ['-c', `kcat() { cat; }; ${line}`]).toString();
    assert.deepEqual(JSON.parse(sent), { dataset: 'fruit', category });
  }
});

test('an odd broker address is an argument, not a command', () => {
  const seen = argumentsSeenBy(kcatLine({ servers: "a'; id; '", topic: 't' }, { dataset: 'd', category: 'c' }).split('| ')[1], 'kcat');
  assert.deepEqual(seen, ['-P', '-b', "a'; id; '", '-t', 't']);
});

test('the Python line holds the address in plain quotes', () => {
  for (const category of HOSTILE) {
    const line = pythonLine('http://localhost:8080', { dataset: 'fruit', category }, 'scatter');
    const url = /urlopen\("([^"\\]*)"\)/.exec(line)[1];
    assert.equal(new URL(url).searchParams.get('category'), category);
  }
});

test('a file name is one, and says what it holds', () => {
  assert.equal(fileName(['fruit', 'figs', 'abc', 'line'], 'png'), 'fruit-figs-abc-line.png');
  assert.equal(fileName(['fruit', '../../etc/passwd', 'v', undefined], 'csv'), 'fruit-_etc_passwd-v.csv');
  assert.ok(fileName(['d', 'x'.repeat(256)], 'json').length < 130);
  for (const category of HOSTILE) {
    assert.doesNotMatch(fileName(['fruit', category], 'csv').slice(0, -4), /[\\/:*?"<>|\s\u0000-\u001f]/);
  }
});
