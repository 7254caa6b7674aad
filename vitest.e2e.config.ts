import { defineConfig } from 'vitest/config';

/** Tests that start the built program: in a real terminal (tmux) or as a process that is killed. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: true,
    maxWorkers: 2,
  },
});
