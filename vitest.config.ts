import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  define: { VERSION: JSON.stringify('0.0.0-test') },
  test: {
    // Ink draws nothing until the end where CI is set; the built tool doesn't ask (see esbuild.config.mjs).
    env: { CI: 'false' },
    setupFiles: ['test/setup.ts'],
    // Nothing in src has a state of its own between calls, so files needn't load it anew.
    isolate: false,
    // A core is not left idle: most tests wait for processes of their own.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, '**/*.deep.test.ts'],
          testTimeout: 20_000,
        },
      },
      // The same properties with many more random cases, and what takes long.
      {
        extends: true,
        test: {
          name: 'deep',
          include: [
            'test/{charts,commands,content,exercises,faults,grading,markdown,reviews,scheduling,simulator,statistics,training,tui}/**/*.test.{ts,tsx}',
            'test/**/*.deep.test.ts',
          ],
          env: { CI: 'false', SWELEARN_RUNS: '30' },
          testTimeout: 600_000,
        },
      },
    ],
  },
});
