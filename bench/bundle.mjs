import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** Bundles exports of the source and imports them. The file lies where Node finds the packages. */
export async function importSource(name, contents) {
  const outfile = resolve(root, `node_modules/.cache/swelearn/${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@photostructure/sqlite'],
  });
  return import(pathToFileURL(outfile).href);
}
