import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/**
 * Every screen a citizen touches or looks at: one page with lazy routes for `/kiosk`, `/display`, `/pad` and `/t/:code`.
 * The server serves it beside the dashboard on one port, so its hashed files keep to a folder of their own.
 */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: { target: 'es2023', assetsDir: 'assets/kiosk', assetsInlineLimit: 0 },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'ws://127.0.0.1:3000', ws: true },
    },
  },
});
