// SHA256SUMS of everything in target/release, as sha256sum --check reads it.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const release = join(dirname(fileURLToPath(import.meta.url)), 'target/release');
rmSync(join(release, 'SHA256SUMS'), { force: true });
const files = readdirSync(release).filter((file) => statSync(join(release, file)).isFile()).sort();
const sums = files.map((file) => `${createHash('sha256').update(readFileSync(join(release, file))).digest('hex')}  ${file}\n`);
writeFileSync(join(release, 'SHA256SUMS'), sums.join(''));
