import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/**
 * Every screen staff sign in to, at `/dashboard` and deeper. The server serves it beside the citizens' screens on one
 * port, so its hashed files keep to a folder of their own.
 */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: { target: 'es2023', assetsDir: 'assets/dashboard', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
  server: {
    port: 5174,
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'ws://127.0.0.1:3000', ws: true },
    },
  },
});
