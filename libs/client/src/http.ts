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

/** A file on its way to the server. */
export interface SendOptions<O extends Operation> extends Omit<CallOptions<O>, 'body'> {
  content: Blob;
  /** Its name, as the person knows it; may be empty. */
  name: string;
  /** Share that has gone out, 0…1. */
  onProgress?: (share: number) => void;
}

/** A file that the server gave. */
export interface ReceivedFile {
  name: string;
  content: Blob;
}

export interface Api {
  call<O extends Operation>(operation: O, options?: CallOptions<O>): Promise<ReplyOf<O>>;
  /** For operations that take a file. */
  send<O extends Operation>(operation: O, options: SendOptions<O>): Promise<ReplyOf<O>>;
  /** For operations that give one. */
  receive<O extends Operation>(operation: O, options: CallOptions<O>): Promise<ReceivedFile>;
}

const RETRY_MS = [250, 1_000, 2_500];

/** The typed way to the server over HTTP. Commands are repeated with the same key until they are answered: a lost reply has one effect. */
export function createApi(options: ApiOptions = {}): Api {
  /** Repeats what is worth repeating, under one key. */
  async function repeating<T>(
    operation: Operation,
    { idempotencyKey, signal }: Pick<CallOptions<Operation>, 'idempotencyKey' | 'signal'>,
    once: (key: string | undefined) => Promise<T>,
  ): Promise<T> {
    const key = operation.command ? (idempotencyKey ?? randomKey()) : undefined;
    const repeatable = operation.command || operation.method === 'GET';
    const pauses = repeatable ? (options.retryMs ?? RETRY_MS) : [];
    for (let attempt = 0; ; attempt++) {
      try {
        return await once(key);
      } catch (error) {
        if (!worthRepeating(error) || attempt >= pauses.length || signal?.aborted) throw error;
        await new Promise((resolve) => setTimeout(resolve, pauses[attempt]!));
      }
    }
  }
  return {
    call: (operation, call = {}) =>
      repeating(operation, call, async (key) => {
        const response = await ask(operation, call, options, key);
        const body = parse(await read(response.text()));
        if (response.ok && body !== undefined) return body as ReplyOf<typeof operation>;
        throw problemIn(body) ?? new NetworkError(`unexpected answer ${response.status}`);
      }),
    send: (operation, call) => repeating(operation, call, (key) => sendOnce(operation, call, options, key)),
    receive: (operation, call) =>
      repeating(operation, call, async (key) => {
        const response = await ask(operation, call, options, key);
        const content = await read(response.blob());
        if (response.ok) return { name: nameIn(response.headers.get('content-disposition')), content };
        throw problemIn(parse(await content.text())) ?? new NetworkError(`unexpected answer ${response.status}`);
      }),
  };
}

const read = <T>(part: Promise<T>): Promise<T> =>
  part.catch((error: unknown) => {
    throw new NetworkError(String(error));
  });

/** The name in `attachment; filename*=UTF-8''…`, as the server writes it; the plain one otherwise. */
function nameIn(header: string | null): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(header ?? '')?.[1] ?? '';
}

const worthRepeating = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ApiError && error.code === 'unavailable');

const headersOf = (options: ApiOptions, key: string | undefined): Record<string, string> => ({
  'accept-language': options.language?.() === 'en' ? 'en' : 'zh-CN',
  ...(key ? { 'idempotency-key': key } : {}),
  ...options.headers?.(),
});

async function ask<O extends Operation>(
  operation: O,
  call: CallOptions<O>,
  options: ApiOptions,
  key: string | undefined,
): Promise<Response> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? 10_000);
  const writes = operation.method !== 'GET';
  try {
    return await (options.fetch ?? fetch)(addressOf(operation, call, options.baseUrl ?? ''), {
      method: operation.method,
      credentials: 'same-origin',
      headers: { ...headersOf(options, key), ...(writes ? { 'content-type': 'application/json' } : {}) },
      ...(writes ? { body: JSON.stringify(call.body ?? {}) } : {}),
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw new NetworkError(String(error));
  }
}

/** Sends a file. By the older interface, because `fetch` does not tell how much of a body has gone out. */
function sendOnce<O extends Operation>(
  operation: O,
  call: SendOptions<O>,
  options: ApiOptions,
  key: string | undefined,
): Promise<ReplyOf<O>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(operation.method, addressOf(operation, call, options.baseUrl ?? ''));
    const headers = {
      ...headersOf(options, key),
      'content-type': 'application/octet-stream',
      ...(call.name ? { 'content-disposition': `attachment; filename*=UTF-8''${extended(call.name)}` } : {}),
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => call.onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status === 200 && body !== undefined) resolve(body as ReplyOf<O>);
      else reject(problemIn(body) ?? new NetworkError(`unexpected answer ${request.status}`));
    };
    request.onerror = () => reject(new NetworkError('the line broke'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    call.signal?.addEventListener('abort', () => request.abort());
    request.send(call.content);
  });
}

/** A name for a header (RFC 8187). */
const extended = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function addressOf<O extends Operation>(
  operation: O,
  { params, query }: Pick<CallOptions<O>, 'params' | 'query'>,
  baseUrl: string,
): string {
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
