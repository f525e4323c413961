import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '../platform/keys/keys.ts';

/** Letters and figures that are not mistaken for each other (Crockford base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SERIAL_LENGTH = 4;
const CHECK_LENGTH = 7;

/**
 * One-time codes of a questionnaire. A code is its serial and 35 bits of a keyed hash: nothing is stored until it is used, the same
 * serials can be printed again, and guessing one is hopeless at the rate at which tries are answered.
 */
@Injectable()
export class SheetCodes {
  constructor(private readonly keys: Keys) {}

  codeOf(hallId: string, questionnaireId: string, serial: number): string {
    const body = inBase32(serial, SERIAL_LENGTH) + this.check(hallId, questionnaireId, serial);
    return `${body.slice(0, 4)}-${body.slice(4, 8)}-${body.slice(8)}`;
  }

  /** The serial of a code as typed; `null`: it is none of this questionnaire. */
  serialOf(hallId: string, questionnaireId: string, typed: string): number | null {
    const plain = typed
      .toUpperCase()
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .replace(/[^0-9A-Z]/g, '');
    if (plain.length !== SERIAL_LENGTH + CHECK_LENGTH || /[^0-9A-HJKMNP-TV-Z]/.test(plain)) return null;
    const serial = [...plain.slice(0, SERIAL_LENGTH)].reduce((sum, letter) => sum * 32 + ALPHABET.indexOf(letter), 0);
    const expected = this.check(hallId, questionnaireId, serial);
    return timingSafeEqual(Buffer.from(expected), Buffer.from(plain.slice(SERIAL_LENGTH))) ? serial : null;
  }

  private check(hallId: string, questionnaireId: string, serial: number): string {
    const mac = this.keys.mac(`sheet-code:${hallId}:${questionnaireId}:${serial}`);
    return inBase32(parseInt(mac.slice(0, 9), 16) % 32 ** CHECK_LENGTH, CHECK_LENGTH);
  }
}

function inBase32(value: number, length: number): string {
  let text = '';
  for (let left = value, n = 0; n < length; n++, left = Math.floor(left / 32)) text = ALPHABET[left % 32]! + text;
  return text;
}
