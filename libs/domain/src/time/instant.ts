/** A moment: milliseconds since 1970-01-01T00:00Z. The only form in which time enters the domain; nothing here reads a clock. */
export type Instant = number;

/** A service day (服务日) of a hall, `YYYY-MM-DD` in the hall's own time zone. Stored with each ticket, never derived again on read. */
export type ServiceDay = string;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long it took; nothing when the clock jumped back meanwhile: a span of time is never below zero. */
export const elapsed = (from: Instant, until: Instant): number => Math.max(0, until - from);
