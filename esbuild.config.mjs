/**
 * Bundles src/cli.ts and everything it loads into dist/. Splitting keeps ink, marked-terminal, mermaid
 * and the SQLite driver in chunks of their own, so that a command pays only for what it uses.
 */
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist', { recursive: true, force: true });
// beautiful-mermaid imports the layout engine of its SVG renderer, which we don't use; saying that neither does anything
// by being loaded lets 1.4 MB of it be left out.
const mermaidWithoutSvg = {
  name: 'mermaid-without-svg',
  setup({ onResolve, resolve }) {
    onResolve(
      { filter: /^(beautiful-mermaid|elkjs.*)$/ },
      async ({ path, pluginData, ...options }) => {
        if (pluginData === 'resolved') return undefined;
        return {
          ...(await resolve(path, { ...options, pluginData: 'resolved' })),
          sideEffects: false,
        };
      },
    );
  },
};

// Ink draws nothing until the end where CI is set, and people's shells and containers set it. Screens are only opened on
// terminals, and a terminal has somebody in front of it.
const drawnEverywhere = {
  name: 'drawn-everywhere',
  setup({ onLoad }) {
    onLoad({ filter: /is-in-ci[\\/]index\.js$/ }, () => ({ contents: 'export default false' }));
  },
};

await build({
  entryPoints: ['src/cli.ts', 'src/simulate.ts', 'src/judge.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  plugins: [mermaidWithoutSvg, drawnEverywhere],
  // Ink measures text by the library that our lines were wrapped with: they agree on every width, and the other one
  // takes 20 ms to load.
  alias: { 'string-width': 'fast-string-width' },
  jsx: 'automatic',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    VERSION: JSON.stringify(version),
    // Asking whether there is a fetch makes Node load all of its HTTP client, for 20 ms. There is none for us, ever.
    fetch: 'undefined',
  },
  // The driver is native code, and ink asks for the React developer tools only when it is itself developed.
  external: ['@photostructure/sqlite', '@open-spaced-repetition/binding', 'react-devtools-core'],
  // Bundled CommonJS packages ask for Node's own modules with require, which an ES module doesn't have. js-yaml also asks
  // for a JavaScript parser, to read functions from YAML: it doesn't get one.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const __require=__createRequire(import.meta.url),require=(id)=>{if(id==='esprima')throw new Error(id);return __require(id)};",
  },
});
