import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Secrets of an installation. They live beside the database, never in it: who rewrites the log cannot sign it. */
export class Keys {
  private constructor(
    private readonly signing: KeyObject,
    readonly personal: Buffer,
    /** Opens the files attached to cases. */
    readonly files: Buffer,
  ) {}

  /** Reads the keys from `<dataDir>/keys`, making them (0600) at the first start. */
  static async load(dataDir: string): Promise<Keys> {
    const folder = join(dataDir, 'keys');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const signing = await readOrMake(join(folder, 'chain-signing.pem'), () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    const secret = async (name: string) =>
      Buffer.from(await readOrMake(join(folder, name), () => randomBytes(32).toString('base64')), 'base64');
    return new Keys(createPrivateKey(signing), await secret('personal-data.key'), await secret('files.key'));
  }

  /** Public half of the signing key, for anybody who checks an export. */
  publicKeyPem(): string {
    return createPublicKey(this.signing).export({ type: 'spki', format: 'pem' }).toString();
  }

  /** A keyed hash, for short codes that must not be guessed from a copy of the database. */
  mac(text: string): string {
    return createHmac('sha256', this.personal).update(text).digest('hex');
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text), this.signing).toString('base64');
  }
}

/** Whether a signature (base64, Ed25519) of a text was made with the key of this public half. */
export function verifySignature(text: string, signature: string, publicKeyPem: string): boolean {
  return verify(null, Buffer.from(text), createPublicKey(publicKeyPem), Buffer.from(signature, 'base64'));
}

async function readOrMake(path: string, make: () => string | Buffer): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await writeFile(path, make(), { mode: 0o600, flag: 'wx' });
  await chmod(path, 0o600);
  return readFile(path, 'utf8');
}
