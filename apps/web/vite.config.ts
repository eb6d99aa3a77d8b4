import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress, preloadFonts } from './build-plugins.ts';

const uswdsPackages = fileURLToPath(new URL('./node_modules/@uswds/uswds/packages', import.meta.url));

export default defineConfig({
  plugins: [react(), preloadFonts(['PublicSans-Regular', 'PublicSans-Bold']), precompress()],
  css: {
    preprocessorOptions: { scss: { loadPaths: [uswdsPackages], quietDeps: true } },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    cssTarget: ['chrome120', 'firefox121', 'safari17.2'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // The libraries change more rarely than the screens: a new release leaves them in the browser's cache.
        codeSplitting: {
          groups: [{ name: 'platform', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ }],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
});
