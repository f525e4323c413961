import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { checkAddress, type Address, type FileStore, type StoredFile } from './file-store.ts';

/** A bucket that speaks S3: AWS, MinIO, Ceph, or a public cloud's object storage. */
export interface S3Settings {
  /** Address of the bucket itself: `https://bucket.host` or `https://host/bucket`. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** An answer is waited for this long, ms, and asked for again so often after an error of the server. */
const TIMEOUT_MS = 30_000;
const RETRIES = 3;

/** Files in a bucket; several servers may share it. The library signs and repeats, the four requests are plain. */
export class S3Store implements FileStore {
  private readonly client: AwsClient;
  private readonly root: string;

  constructor({ url, region, accessKeyId, secretAccessKey }: S3Settings) {
    this.root = url.replace(/\/+$/, '');
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  }

  async put(address: Address, sealed: Buffer): Promise<void> {
    // The store checks the content against this hash before it says yes.
    const hash = createHash('sha256').update(sealed).digest('hex');
    const headers = { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': hash };
    await this.ask('PUT', this.at(address), [200, 201, 204], { headers, body: new Uint8Array(sealed) });
  }

  async get(address: Address): Promise<Buffer | null> {
    const response = await this.ask('GET', this.at(address), [200, 404]);
    return response.status === 404 ? null : Buffer.from(await response.arrayBuffer());
  }

  async erase(address: Address): Promise<void> {
    await this.ask('DELETE', this.at(address), [200, 204, 404]);
  }

  async *list(): AsyncGenerator<StoredFile> {
    let token: string | null = null;
    do {
      const query: URLSearchParams = new URLSearchParams({
        'list-type': '2',
        ...(token ? { 'continuation-token': token } : {}),
      });
      const page: string = await (await this.ask('GET', `${this.root}/?${query.toString()}`, [200])).text();
      for (const [, entry] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
        yield {
          address: part(entry!, 'Key'),
          size: Number(part(entry!, 'Size')),
          at: Date.parse(part(entry!, 'LastModified')),
        };
      }
      token = part(page, 'IsTruncated') === 'true' ? part(page, 'NextContinuationToken') : null;
    } while (token);
  }

  private at(address: Address): string {
    checkAddress(address);
    return `${this.root}/${address}`;
  }

  private async ask(method: string, url: string, good: readonly number[], more: RequestInit = {}): Promise<Response> {
    const response = await this.client.fetch(url, { method, signal: AbortSignal.timeout(TIMEOUT_MS), ...more });
    if (good.includes(response.status)) return response;
    const code = part(await response.text(), 'Code');
    throw new Error(`the bucket answered ${method} with ${response.status} ${code}`);
  }
}

/** What stands in an element; keys here are plain, so only the five entities can occur. */
function part(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return found.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_whole, entity: string) => entities[entity]!);
}
