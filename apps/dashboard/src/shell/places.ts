import type { Me } from '@shouwen/contracts/http/access.operations';

export type Place = 'window' | 'hall' | 'mine' | 'docket' | 'register' | 'log' | 'devices';

/** Which pages a role works with, its home first. What the role may really do is the server's decision alone. */
const PLACES: Record<Me['role'], readonly Place[]> = {
  clerk: ['window', 'mine', 'docket', 'register'],
  guide: ['window', 'mine', 'docket', 'register'],
  supervisor: ['hall', 'docket', 'mine', 'window', 'register', 'log'],
  director: ['hall', 'docket', 'mine', 'log'],
  administrator: ['hall', 'docket', 'log', 'devices'],
  auditor: ['hall', 'docket', 'log'],
};

export const placesOf = (role: Me['role']): readonly Place[] => PLACES[role];
