import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;
/** Bytes that sealing adds. */
export const SEAL_BYTES = IV + TAG;

/** Encrypts (AES-256-GCM): initial value, tag, content. `place` is where it is kept: moved elsewhere, it does not open. */
export function seal(key: Buffer, content: Buffer, place = ''): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Decrypts; throws when a bit was changed, the key is another, or it was kept in another place. */
export function unseal(key: Buffer, sealed: Buffer, place = ''): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(IV, SEAL_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(SEAL_BYTES)), decipher.final()]);
}
