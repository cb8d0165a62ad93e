// Builds the pages into artifacts/pages, and runs the tests of what needs no browser.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  build: {
    outDir: '../../artifacts/pages',
    emptyOutDir: true,
    // A data: address would be refused by the Content-Security-Policy of the service.
    assetsInlineLimit: 0,
    // Charts come with the first page that shows one.
    chunkSizeWarningLimit: 700,
  },
  test: { include: ['src/**/*.test.ts'] },
});
