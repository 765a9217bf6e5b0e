import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** Bundles exports of the source and imports them. */
export async function importSource(name, contents) {
  return import(pathToFileURL(await bundleSource(name, contents)).href);
}

/** Bundles exports of the source into a file, which lies where Node finds the packages, and gives its path. */
export async function bundleSource(name, contents) {
  const outfile = resolve(root, `node_modules/.cache/swelearn/${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@photostructure/sqlite', 'yaml'],
  });
  return outfile;
}
