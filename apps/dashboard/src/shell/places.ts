import type { Me } from '@shouwen/contracts/http/access.operations';

export type Place = 'window' | 'hall' | 'log' | 'devices';

/** Which pages a role works with, its home first. What the role may really do is the server's decision alone. */
const PLACES: Record<Me['role'], readonly Place[]> = {
  clerk: ['window'],
  guide: ['window'],
  supervisor: ['hall', 'window', 'log'],
  director: ['hall', 'log'],
  administrator: ['hall', 'log', 'devices'],
  auditor: ['hall', 'log'],
};

export const placesOf = (role: Me['role']): readonly Place[] => PLACES[role];
