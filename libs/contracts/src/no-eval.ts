import { z } from 'zod';

/*
 * In a page our content security policy forbids `eval`, and zod would try it once and leave an error in the console of every
 * kiosk. The first schemas of all import this file, so that it comes before any of them whatever the bundler's order.
 */
if ('document' in globalThis) z.config({ jitless: true });
