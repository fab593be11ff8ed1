// Unpacks the browser of @sparticuz/chromium, and the libraries that a bare machine may not have, into a directory.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const from = resolve(fileURLToPath(import.meta.url), '../node_modules/@sparticuz/chromium/bin');
const to = resolve(process.argv[2]);

const inflate = (name, file) =>
    pipeline(createReadStream(resolve(from, name)), createBrotliDecompress(), createWriteStream(file, { mode: 0o755 }));

mkdirSync(to, { recursive: true });
for (const archive of ['al2023', 'swiftshader', 'fonts']) {
    const tar = resolve(to, `${archive}.tar`);
    await inflate(`${archive}.tar.br`, tar);
    if (spawnSync('tar', ['-xf', tar, '-C', to], { stdio: 'inherit' }).status !== 0) {
        throw new Error(`${tar} could not be unpacked`);
    }
    rmSync(tar);
}
await inflate('chromium.br', resolve(to, 'headless-shell'));
writeFileSync(resolve(to, 'chromium'), `#!/bin/sh
here=$(dirname "$0")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here"
LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$here/headless-shell" "$@"
`, { mode: 0o755 });
