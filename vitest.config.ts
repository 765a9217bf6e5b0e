import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { VERSION: JSON.stringify('0.0.0-test') },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/deep/**'] },
      },
      {
        extends: true,
        test: { name: 'deep', include: ['test/deep/**/*.test.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
