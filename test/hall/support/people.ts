import type { Agent } from 'node:http';
import { request } from 'node:http';
import { randomUUID } from 'node:crypto';

/** A plain, fast JSON caller over kept-alive connections: what a kiosk or a terminal sends, without a browser. */
export interface Person {
  /** What identifies them: a token or a session cookie. */
  headers: Readonly<Record<string, string>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown, key?: string): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
}

export interface Answer<T> {
  status: number;
  body: T;
}

export function person(url: string, agent: Agent, headers: Record<string, string> = {}): Person {
  const call = <T>(method: string, path: string, body: unknown, key?: string): Promise<Answer<T>> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const sent = request(
        `${url}${path}`,
        {
          method,
          agent,
          headers: {
            ...headers,
            ...(method === 'POST'
              ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
              : {}),
            ...(key ? { 'idempotency-key': key } : {}),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const reply = Buffer.concat(chunks).toString('utf8');
            try {
              resolve({ status: response.statusCode ?? 0, body: (reply === '' ? {} : JSON.parse(reply)) as T });
            } catch (error) {
              reject(error as Error);
            }
          });
        },
      );
      sent.setTimeout(15_000, () => sent.destroy(new Error('no answer within 15 s')));
      sent.on('error', reject);
      sent.end(text);
    });
  return {
    headers,
    post: (path, body = {}, key = randomUUID()) => call('POST', path, body, key),
    get: (path) => call('GET', path, undefined),
  };
}

/** Pairs a device with an example hall; answers a caller that carries its token. */
export async function deviceOf(
  url: string,
  agent: Agent,
  hallId: string,
  place: { kind: 'kiosk' | 'display' | 'pad'; windowId?: string },
): Promise<Person> {
  const { body } = await person(url, agent).post<{ token: string }>(`/api/halls/${hallId}/devices/example`, {
    ...place,
    zoneId: null,
  });
  return person(url, agent, { authorization: `Bearer ${body.token}` });
}

export const kioskOf = (url: string, agent: Agent, hallId: string): Promise<Person> =>
  deviceOf(url, agent, hallId, { kind: 'kiosk' });

export const EXAMPLE_PASSWORD = 'qingshi-2026';

/** Signs a member of staff in; answers a caller that carries the session. */
export async function staffOf(url: string, agent: Agent, hallId: string, username: string): Promise<Person> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hallId, username, password: EXAMPLE_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${username} could not sign in: ${response.status}`);
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  return person(url, agent, { cookie });
}
