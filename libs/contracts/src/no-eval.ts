import { z } from 'zod';

/**
 * Import this before any schema in a page: our content security policy forbids `eval`, and zod would otherwise try it once
 * and leave an error in the console of every kiosk.
 */
z.config({ jitless: true });
