import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';

/** A bucket in memory that speaks just enough S3, and believes nobody: signature and hash of each request are checked. */
export interface SmallBucket {
  url: string;
  settings: { url: string; region: string; accessKeyId: string; secretAccessKey: string };
  kept: Map<string, { content: Buffer; at: number }>;
  /** The next requests get these answers of a bucket in trouble. */
  troubles: number[];
  stop(): Promise<void>;
}

const KEY = { accessKeyId: 'hall', secretAccessKey: 'a secret of the test', region: 'cn-test-1' };
/** Entries of a page, few so that lists have several. */
const PAGE = 2;

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export async function startBucket(): Promise<SmallBucket> {
  const kept: SmallBucket['kept'] = new Map();
  const troubles: number[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/papers`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const trouble = troubles.shift();
    if (trouble !== undefined) return say(response, trouble, '<Error><Code>SlowDown</Code></Error>');
    const asked = new URL(request.url!, url);
    if (!(await isSigned(request, asked, body))) {
      return say(response, 403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    }
    const name = decodeURIComponent(asked.pathname).replace('/papers/', '');
    if (name === '') return say(response, 200, list(asked.searchParams.get('continuation-token') ?? ''));
    if (request.method === 'PUT') kept.set(name, { content: body, at: Date.now() });
    if (request.method === 'DELETE') kept.delete(name);
    if (request.method === 'DELETE') return say(response, 204);
    const found = kept.get(name);
    if (!found) return say(response, 404, '<Error><Code>NoSuchKey</Code></Error>');
    return say(response, 200, request.method === 'GET' ? found.content : '');
  }

  function list(after: string): string {
    const names = [...kept.keys()].sort().filter((name) => name > after);
    const page = names.slice(0, PAGE);
    const entries = page.map((name) => {
      const { content, at } = kept.get(name)!;
      const when = new Date(at).toISOString();
      return `<Contents><Key>${escaped(name)}</Key><LastModified>${when}</LastModified><Size>${content.length}</Size></Contents>`;
    });
    const more = names.length > PAGE;
    const next = more ? `<NextContinuationToken>${escaped(page.at(-1)!)}</NextContinuationToken>` : '';
    return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`;
  }

  return {
    url,
    settings: { url, ...KEY },
    kept,
    troubles,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Signs the request again with the secret and compares; and the hash that was signed must be the body's. */
async function isSigned(request: IncomingMessage, asked: URL, body: Buffer): Promise<boolean> {
  const { headers, method } = request;
  const hash = headers['x-amz-content-sha256'];
  if (method === 'PUT' && hash !== createHash('sha256').update(body).digest('hex')) return false;
  const signer = new AwsV4Signer({
    url: asked.href,
    method: method!,
    headers: { ...(hash ? { 'x-amz-content-sha256': String(hash) } : {}) },
    service: 's3',
    datetime: String(headers['x-amz-date']),
    ...KEY,
  });
  return (await signer.authHeader()) === headers.authorization;
}

function say(response: ServerResponse, status: number, body: string | Buffer = ''): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}
