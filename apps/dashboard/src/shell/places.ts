import type { Me } from '@shouwen/contracts/http/access.operations';

export type Place =
  | 'window'
  | 'hall'
  | 'mine'
  | 'docket'
  | 'register'
  | 'ratings'
  | 'performance'
  | 'region'
  | 'scores'
  | 'staffing'
  | 'voices'
  | 'oversight'
  | 'about-me'
  | 'settings'
  | 'log'
  | 'devices';

/** Which pages a role works with, its home first. What the role may really do is the server's decision alone. */
const PLACES: Record<Me['role'], readonly Place[]> = {
  clerk: ['window', 'mine', 'docket', 'register', 'voices', 'about-me', 'scores'],
  guide: ['window', 'mine', 'docket', 'register', 'voices', 'about-me', 'scores'],
  supervisor: [
    'hall',
    'oversight',
    'docket',
    'mine',
    'window',
    'register',
    'performance',
    'scores',
    'staffing',
    'ratings',
    'voices',
    'about-me',
    'settings',
    'log',
  ],
  director: [
    'hall',
    'oversight',
    'docket',
    'mine',
    'performance',
    'scores',
    'staffing',
    'ratings',
    'voices',
    'settings',
    'log',
  ],
  administrator: ['hall', 'docket', 'voices', 'settings', 'log', 'devices'],
  auditor: ['hall', 'oversight', 'docket', 'performance', 'scores', 'ratings', 'voices', 'settings', 'log'],
};

/** Also the regions, for whoever oversees some. */
export const placesOf = ({ role, oversees }: Pick<Me, 'role' | 'oversees'>): readonly Place[] =>
  PLACES[role].includes('performance') && oversees.length > 0 ? [...PLACES[role], 'region'] : PLACES[role];
