import { ERRORS, type ErrorCode, type Problem } from '@shouwen/contracts/errors';
import type { BodyOf, Operation, ParamsOf, QueryOf, ReplyOf } from '@shouwen/contracts/http/operation';

/** The server's documented “no”: `message` is the sentence for the person, in their language. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
  get code(): ErrorCode {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** The server could not be reached, or gave no answer in time. The command may or may not have had its effect: repeat it with its key. */
export class NetworkError extends Error {}

export interface ApiOptions {
  /** Origin of the server; the page's own when absent. */
  baseUrl?: string;
  fetch?: typeof fetch;
  language?: () => 'zh' | 'en';
  /** Further headers, e.g. `authorization` outside a browser. */
  headers?: () => Record<string, string>;
  /** How long to wait for an answer, ms. */
  timeoutMs?: number;
  /** Pauses before each repetition, ms. */
  retryMs?: readonly number[];
}

export interface CallOptions<O extends Operation> {
  params?: ParamsOf<O>;
  query?: QueryOf<O>;
  body?: BodyOf<O>;
  /** Given, a repetition by the caller counts as the same command. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface Api {
  call<O extends Operation>(operation: O, options?: CallOptions<O>): Promise<ReplyOf<O>>;
}

const RETRY_MS = [250, 1_000, 2_500];

/** The typed way to the server over HTTP. Commands are repeated with the same key until they are answered: a lost reply has one effect. */
export function createApi(options: ApiOptions = {}): Api {
  return {
    async call(operation, call = {}) {
      const key = operation.command ? (call.idempotencyKey ?? randomKey()) : undefined;
      const repeatable = operation.command || operation.method === 'GET';
      const pauses = repeatable ? (options.retryMs ?? RETRY_MS) : [];
      for (let attempt = 0; ; attempt++) {
        try {
          return await once(operation, call, options, key);
        } catch (error) {
          if (!worthRepeating(error) || attempt >= pauses.length || call.signal?.aborted) throw error;
          await new Promise((resolve) => setTimeout(resolve, pauses[attempt]!));
        }
      }
    },
  };
}

const worthRepeating = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ApiError && error.code === 'unavailable');

async function once<O extends Operation>(
  operation: O,
  call: CallOptions<O>,
  options: ApiOptions,
  key: string | undefined,
): Promise<ReplyOf<O>> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? 10_000);
  let response: Response;
  let text: string;
  try {
    response = await (options.fetch ?? fetch)(addressOf(operation, call, options.baseUrl ?? ''), {
      method: operation.method,
      credentials: 'same-origin',
      headers: {
        'accept-language': options.language?.() === 'en' ? 'en' : 'zh-CN',
        ...(operation.method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
        ...options.headers?.(),
      },
      ...(operation.method === 'GET' ? {} : { body: JSON.stringify(call.body ?? {}) }),
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw new NetworkError(String(error));
  }
  const body = parse(text);
  if (response.ok && body !== undefined) return body as ReplyOf<O>;
  throw problemIn(body) ?? new NetworkError(`unexpected answer ${response.status}`);
}

function addressOf<O extends Operation>(operation: O, { params, query }: CallOptions<O>, baseUrl: string): string {
  const path = operation.path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${baseUrl}${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function problemIn(body: unknown): ApiError | null {
  const problem = body as Partial<Problem> | undefined;
  return problem?.code !== undefined && problem.code in ERRORS ? new ApiError(problem as Problem) : null;
}

/** A page over plain HTTP (a kiosk on the hall's network) has no `crypto.randomUUID`; random bytes it has. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
