// Makes what is shipped: one minified bundle with everything inside and React in production mode, and beside it the tiny
// file that checks the Node version before it imports the bundle.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

const bundleInsteadOfSource = {
  name: 'bundle-instead-of-source',
  setup(build) {
    build.onResolve({ filter: /^\.\/cli\/main\.js$/ }, () => ({
      path: './wsl-netfix-tui.mjs',
      external: true,
    }));
  },
};

// Ink loads its developer tools only in development; the bundle never does.
const noDeveloperTools = {
  name: 'no-developer-tools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, () => ({
      path: 'react-devtools-core',
      namespace: 'none',
    }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default undefined;' }));
  },
};

await mkdir('dist', { recursive: true });

await buildWhole({
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/wsl-netfix-tui.mjs',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  legalComments: 'none',
  loader: { '.ps1': 'text' },
  define: { 'process.env.NODE_ENV': '"production"', __VERSION__: JSON.stringify(version) },
  // CommonJS dependencies inside an ES module bundle still ask for Node's own modules by require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [noDeveloperTools],
  logLevel: 'warning',
});

await buildWhole({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  platform: 'node',
  // Old enough that a Node without support parses it and can say so.
  target: 'node14.8',
  format: 'esm',
  banner: { js: '#!/usr/bin/env node' },
  plugins: [bundleInsteadOfSource],
  logLevel: 'warning',
});

/** A program that starts while this runs sees the old file or the new one, never half of it. */
async function buildWhole(options) {
  const { outputFiles } = await build({ ...options, write: false });
  for (const { path, contents } of outputFiles) {
    await writeFile(`${path}.new`, contents);
    await rename(`${path}.new`, path);
  }
}
