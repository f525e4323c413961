import type { Me } from '@shouwen/contracts/http/access.operations';

export type Place =
  'window' | 'hall' | 'mine' | 'docket' | 'register' | 'ratings' | 'about-me' | 'voices' | 'log' | 'devices';

/** Which pages a role works with, its home first. What the role may really do is the server's decision alone. */
const PLACES: Record<Me['role'], readonly Place[]> = {
  clerk: ['window', 'mine', 'docket', 'register', 'voices', 'about-me'],
  guide: ['window', 'mine', 'docket', 'register', 'voices', 'about-me'],
  supervisor: ['hall', 'docket', 'mine', 'window', 'register', 'ratings', 'voices', 'about-me', 'log'],
  director: ['hall', 'docket', 'mine', 'ratings', 'voices', 'log'],
  administrator: ['hall', 'docket', 'voices', 'log', 'devices'],
  auditor: ['hall', 'docket', 'ratings', 'voices', 'log'],
};

export const placesOf = (role: Me['role']): readonly Place[] => PLACES[role];
