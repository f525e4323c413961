/** By what figures are asked for. `hall` has one key, the empty one. */
export const SCOPES = ['hall', 'department', 'queue', 'matter', 'window', 'person'] as const;
export type Scope = (typeof SCOPES)[number];

/** The whole day; other cells are an hour of a weekday, `weekday * 24 + hour`, Monday being 0. */
export const WHOLE = -1;
export const cellOf = (weekday: number, hour: number): number => weekday * 24 + hour;
