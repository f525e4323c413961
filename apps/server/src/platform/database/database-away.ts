const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  '53300',
  '55P03',
  '57014',
]);
const CONNECTION_WORDS =
  /connection terminated|timeout exceeded when trying to connect|terminating connection|client has encountered a connection error|not queryable|query runner already released|connection ended|driver not connected|released query runner|not currently accepting connections/i;

/** Whether an error says that the database is away, restarting or overloaded: worth a retry by the caller, nothing changed. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, driverError, errors, syscall } = error as {
    code?: unknown;
    message?: unknown;
    driverError?: unknown;
    errors?: unknown[];
    syscall?: unknown;
  };
  if (typeof code === 'string' && (CONNECTION_CODES.has(code) || code.startsWith('08'))) return true;
  if (code === 'ENOENT' && syscall === 'connect') return true;
  if (typeof message === 'string' && CONNECTION_WORDS.test(message)) return true;
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true;
  return driverError !== undefined && driverError !== error && isDatabaseAway(driverError);
}
