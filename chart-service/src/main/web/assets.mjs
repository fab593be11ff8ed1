// Lays out what the browser takes, run by Maven: fetches the packages that package-lock.json names (once), and writes every
// file below a folder named by its content, as it is and compressed, with an index that the service reads at start.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const web = dirname(fileURLToPath(import.meta.url));
const module = join(web, '../../..');
const target = join(module, 'target/classes/assets');

fetchPackages();
const plotly = join(module, 'node_modules/plotly.js-cartesian-dist-min');
const folders = {
  page: readFolder(join(web, 'page')),
  plotly: {
    'plotly.js': readFileSync(join(plotly, 'plotly-cartesian.min.js')),
    'LICENSE.txt': readFileSync(join(plotly, 'LICENSE')),
  },
};
writeAssets(folders);

/** Runs `npm ci` unless the packages there are those of the lock file. */
function fetchPackages() {
  const lock = digest([readFileSync(join(module, 'package-lock.json'))]);
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

function readFolder(folder) {
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name))]));
}

/** Modules import each other by relative names, so a whole folder shares one digest and changes its address as one. */
function writeAssets(folders) {
  rmSync(target, { recursive: true, force: true });
  const index = [];
  for (const [folder, files] of Object.entries(folders)) {
    const version = digest(Object.entries(files).flat());
    mkdirSync(join(target, folder), { recursive: true });
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(target, folder, name), bytes);
      writeFileSync(join(target, folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      index.push(`${folder} ${version} ${name} ${digest([bytes])}`);
    }
  }
  writeFileSync(join(target, 'index.txt'), index.join('\n') + '\n');
}

function digest(parts) {
  const sha256 = createHash('sha256');
  parts.forEach((part) => sha256.update(part).update('\0'));
  return sha256.digest('hex').slice(0, 16);
}
