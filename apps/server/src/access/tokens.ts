import { createHash, randomBytes } from 'node:crypto';
import type { DeviceKind } from '@shouwen/contracts/http/operation';

/** A bearer token: who it is for, the hall, and 256 random bits. Only its hash is stored. */
export type TokenKind = 's' | 'd';

export interface ParsedToken {
  kind: TokenKind;
  hallId: string;
  hash: string;
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a token `s.<hall>.<random>` (session) or `d.<hall>.<random>` (device). */
export function makeToken(kind: TokenKind, hallId: string): { token: string; hash: string } {
  const token = `${kind}.${hallId}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashToken(token) };
}

/** The parts of a token, or `null` for anything else. */
export function parseToken(token: string): ParsedToken | null {
  const match = /^([sd])\.([a-z0-9-]{1,41})\.[\w-]{43}$/.exec(token);
  return match ? { kind: match[1] as TokenKind, hallId: match[2]!, hash: hashToken(token) } : null;
}

export const SESSION_COOKIE = 'shouwen_session';
/** One cookie per kind of device, so that a kiosk and a display can be tried in one browser. */
export const deviceCookie = (kind: DeviceKind): string => `shouwen_device_${kind}`;

/** The tokens that a request carries: bearer first, then cookies. */
export function tokensOf(headers: { authorization?: string | undefined; cookie?: string | undefined }): ParsedToken[] {
  const found: string[] = [];
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (bearer) found.push(bearer);
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if ((name === SESSION_COOKIE || name?.startsWith('shouwen_device_')) && value)
      found.push(decodeURIComponent(value));
  }
  return found.map(parseToken).filter((token): token is ParsedToken => token !== null);
}
