// What is in the release beside what Maven built, run by Maven: the bills of materials of all its parts, the notices made of
// them, and the manifests with this version's images. Usage: node prepare.mjs VERSION
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const target = join(here, 'target');
const release = join(target, 'release');
const version = process.argv[2];

rmSync(release, { recursive: true, force: true });
mkdirSync(release, { recursive: true });
const bills = {
  'compute-service': read('compute-service/target/sbom.json'),
  'chart-service': read('chart-service/target/sbom.json'),
  local: read('deploy/local/target/sbom.json'),
  page: billOfThePage(),
};
for (const [name, bill] of Object.entries(bills)) {
  writeFileSync(join(release, `figcast-${version}-${name}.cdx.json`), bill);
}
writeFileSync(join(target, 'THIRD-PARTY.txt'), notices());
pinManifests();

function read(file) {
  return readFileSync(join(root, file), 'utf8');
}

/** What npm brought into the page: tools that build it are not shipped. */
function billOfThePage() {
  const npm = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'], {
    cwd: join(root, 'chart-service'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    throw new Error(`npm sbom failed: ${npm.stderr}`);
  }
  return npm.stdout;
}

/** One line for each library, and the licences of those that do not carry their own. */
function notices() {
  const components = new Map();
  for (const bill of Object.values(bills)) {
    for (const component of JSON.parse(bill).components.filter(({ group }) => group !== 'io.figcast')) {
      components.set([component.group, component.name, component.version].filter(Boolean).join(':'), licences(component));
    }
  }
  const lines = [...components].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, licence]) => `${name.padEnd(96)} ${licence}`);
  return `${readFileSync(join(here, 'notices.txt'), 'utf8')}\n${lines.join('\n')}\n`;
}

function licences({ name, licenses = [] }) {
  const known = licenses.map(({ license, expression }) => expression ?? license.id ?? license.name);
  if (known.length === 0) {
    throw new Error(`${name} says nothing of its licence`);
  }
  return known.join(' or ');
}

function pinManifests() {
  const manifests = join(target, 'kubernetes');
  rmSync(manifests, { recursive: true, force: true });
  cpSync(join(root, 'deploy/kubernetes'), manifests, { recursive: true });
  const base = join(manifests, 'base/kustomization.yaml');
  const pinned = readFileSync(base, 'utf8').replace(/newTag: .*/g, `newTag: ${version}`);
  if (pinned.split(`newTag: ${version}`).length !== 3) {
    throw new Error('the base does not name the tags of two images');
  }
  writeFileSync(base, pinned);
}
