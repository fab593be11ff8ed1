// Lays out what the browser takes, run by Maven: fetches the packages that package-lock.json names (once), bundles the page's
// modules and style sheets, and writes every file under a name that tells its content, as it is and compressed, with an index
// that the service reads at start. With --watch it goes on and bundles anew whatever changes (CONTRIBUTING.md).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const web = dirname(fileURLToPath(import.meta.url));
const module = join(web, '../../..');
const target = join(module, 'target/classes/assets');

fetchPackages();
const { build } = await import('esbuild');
await layOut();
if (process.argv.includes('--watch')) {
  watchModules();
}

/** Runs `npm ci` unless the packages there are those of the lock file. */
function fetchPackages() {
  const lock = digest(readFileSync(join(module, 'package-lock.json')));
  const stamp = join(module, 'node_modules/.figcast-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  console.log('Fetching the packages of the page with npm (once).');
  const npm = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: module,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('npm ci failed' + (npm.error ? `: ${npm.error.message}` : '') + '. Is npm installed, and its registry in reach?');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

async function layOut() {
  // Plotly's own small bundle: one of the traces alone, built from its sources, is a fifth smaller and costs 199 packages.
  const plotly = join(module, 'node_modules/plotly.js-cartesian-dist-min');
  const files = [
    ...(await bundle()),
    named('plotly.js', readFileSync(join(plotly, 'plotly-cartesian.min.js'))),
    named('plotly-LICENSE.txt', readFileSync(join(plotly, 'LICENSE'))),
    named('icon.svg', readFileSync(join(web, 'icon.svg'))),
  ];
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { file, bytes } of files) {
    writeFileSync(join(target, file), bytes);
    writeFileSync(join(target, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
  writeFileSync(join(target, 'index.txt'), files.map(({ name, file }) => `${name} ${file}\n`).join(''));
}

/** One script and one style sheet, each with its source map. */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: web,
    entryPoints: ['main.js', 'main.css'],
    entryNames: '[name]-[hash]',
    outdir: target,
    write: false,
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, contents }) => {
    const file = basename(path);
    return { name: file.replace(/-[0-9A-Z]{8}\./, '.'), file, bytes: contents };
  });
}

function named(name, bytes) {
  const extension = extname(name);
  return { name, file: `${basename(name, extension)}-${digest(bytes)}${extension}`, bytes };
}

function watchModules() {
  let soon;
  watch(web, { recursive: true }, () => {
    clearTimeout(soon);
    soon = setTimeout(() => layOut().then(() => console.log('Bundled anew.'), () => {}), 100);
  });
  console.log(`Bundling anew whatever changes below ${web}.`);
}

function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
