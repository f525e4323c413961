/** Conditions on a row of `first_contact`, for whoever counts files. The citizen was told too late, or has not been told in time. */
export const TOLD_LATE = `case when body->>'toldAt' is null then body->'fired' ? 'feedback-late' else (body->>'late')::boolean end`;
/** Not taken back — a finish undone, a case withdrawn —, and no order of the hall to its own. */
export const NOT_VOID = `body->>'about' <> 'order' and coalesce(body->'settled'->>'how', '') <> 'void'`;
