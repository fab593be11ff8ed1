import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../main/web/', import.meta.url));
const modules = readdirSync(web, { recursive: true }).map(String).filter((name) => name.endsWith('.js'));
const sources = new Map(modules.map((name) => [name, readFileSync(join(web, name), 'utf8')]));

/** What each room may use: the model is used by both others, which meet in main.js only. */
const MAY_USE = { model: ['model'], net: ['net', 'model'], view: ['view', 'model'], '.': ['model', 'net', 'view'] };

test('the model knows neither net nor view, and these do not know each other', () => {
  for (const [name, source] of sources) {
    for (const [, path] of source.matchAll(/^import [^']*'(\.[^']+)';/gm)) {
      const room = dirname(normalize(join(dirname(name), path)));
      assert.ok(MAY_USE[dirname(name)].includes(room), `${name} uses ${path}`);
    }
  }
});

test('the model touches neither document nor network', () => {
  for (const [name, source] of sources) {
    if (dirname(name) === 'model') {
      const code = source.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
      assert.doesNotMatch(code, /\b(document|window|location|history|navigator|localStorage|sessionStorage)\b|[^.]\bfetch\(/, name);
    }
  }
});

test('every module can be read at a sitting, and says at its head what it is for', () => {
  for (const [name, source] of sources) {
    assert.ok(source.split('\n').length <= 251, name);
    assert.match(source, /^\/\/ /, name);
  }
});
