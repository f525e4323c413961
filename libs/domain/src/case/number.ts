/**
 * Check digit of ISO 7064 MOD 11,10 over the digits of a text: one wrong digit is always found, two swapped neighbours nearly
 * always. Other characters are left out.
 */
export function checkDigit(text: string): string {
  let product = 10;
  for (const digit of text.replace(/\D/g, '')) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return String((11 - product) % 10);
}

const withCheck = (body: string): string => `${body}-${checkDigit(body)}`;

/** Case number (办件编号) `QS-2026-01187-4`: hall, year, running number, check digit. */
export const caseNumber = (prefix: string, year: number, n: number): string =>
  withCheck(`${prefix}-${year}-${String(n).padStart(5, '0')}`);

/** Number of a first-contact card (首问登记号) `QS-F-2026-00042-7`. */
export const contactNumber = (prefix: string, year: number, n: number): string =>
  withCheck(`${prefix}-F-${year}-${String(n).padStart(5, '0')}`);

const PATTERN = /^[A-Z]{2,4}(-F)?-\d{4}-\d{5,7}-\d$/;

/** Which kind of number this is; `null` when it is none or its check digit is wrong: a typing mistake, found before any look-up. */
export function kindOfNumber(text: string): 'case' | 'contact' | null {
  const match = PATTERN.exec(text);
  if (!match || checkDigit(text.slice(0, -2)) !== text.slice(-1)) return null;
  return match[1] ? 'contact' : 'case';
}

/** As people type it: spaces, lower case and left-out hyphens forgiven. */
export const tidyNumber = (text: string): string => {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const match = /^([A-Z]{2,4}?)(F?)(\d{4})(\d{5,7})(\d)$/.exec(plain);
  if (!match) return text.trim().toUpperCase();
  const [, prefix, card, year, n, check] = match;
  return [prefix, ...(card ? [card] : []), year, n, check].join('-');
};
