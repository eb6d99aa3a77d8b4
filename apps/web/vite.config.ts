import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { plainImports, precompress, preloadFonts } from './build-plugins.ts';
import { guides } from './guide-plugin.ts';

const uswdsPackages = fileURLToPath(new URL('./node_modules/@uswds/uswds/packages', import.meta.url));

export default defineConfig({
  plugins: [
    react(),
    guides(),
    plainImports(),
    preloadFonts(['PublicSans-Regular', 'PublicSans-SemiBold', 'PublicSans-Bold', 'PublicSans-Italic']),
    precompress(),
  ],
  css: {
    preprocessorOptions: { scss: { loadPaths: [uswdsPackages], quietDeps: true } },
  },
  resolve: {
    // React has had this hook itself since version 18; the shim for older ones stays out.
    alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    cssTarget: ['chrome120', 'firefox121', 'safari17.2'],
    modulePreload: false,
    // One stylesheet: small enough, and a screen never shows before its styles.
    cssCodeSplit: false,
    reportCompressedSize: false,
    // The notices of the libraries, which minifying takes out of the scripts.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every first visit needs comes in one file: compressed together it is smaller than in parts.
            { name: 'start', tags: ['$initial'] },
            // What many screens share, too: a screen asks for a few files, not for thirty.
            { name: 'parts', test: /web.src.(ui|lib)|packages.core/, minShareCount: 5 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
});
