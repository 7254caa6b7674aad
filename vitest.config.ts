import { defineConfig } from 'vitest/config';

/** PowerShell scripts are imported as text, as esbuild does for the bundle. */
const scriptsAsText = {
  name: 'ps1-as-text',
  transform(code: string, id: string) {
    return id.endsWith('.ps1') ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined;
  },
};

export default defineConfig({
  plugins: [scriptsAsText],
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // By default one processor stays idle, which on a machine of two doubles the time.
    maxWorkers: '100%',
    testTimeout: 20_000,
    env: { FORCE_COLOR: '0' },
  },
});
