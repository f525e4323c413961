import { signedText } from '../hall-log/chain-signer.ts';
import { verifySignature } from '../platform/keys/keys.ts';

/** A signed head, from the database or from the file beside it. */
export interface PublishedHead {
  seq: number;
  hash: string;
  signature: string;
  from: string;
}

/** Heads that do not fit: badly signed, or signed over another chain than the one that now stands — a rewritten tail. */
export function checkHeads(
  hallId: string,
  published: readonly PublishedHead[],
  hashes: ReadonlyMap<number, string>,
  publicKeyPem: string,
): string[] {
  return published.flatMap(({ seq, hash, signature, from }) => {
    if (!verifySignature(signedText(hallId, seq, hash), signature, publicKeyPem))
      return [`head ${seq} (${from}) is not signed with this hall's key`];
    if (hashes.get(seq) !== hash)
      return [`head ${seq} (${from}) was signed over another history: the log was rewritten at or before event ${seq}`];
    return [];
  });
}
