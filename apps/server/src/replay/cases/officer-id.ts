/** What an officer's id looks like in most systems: no blank, nothing but letters, digits and the usual signs. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** A telephone or identity number is no id of an office. */
const NUMBER_OF_A_PERSON = /^\d{11,}[Xx]?$/;

/**
 * The id under which an officer of another system stands in the log. A column that holds names, addresses or numbers of people instead
 * of ids gets a stable pseudonym for each: the log never forgets, so nothing of that kind goes into it.
 * @param mac keyed hash of this installation.
 */
export function officerId(text: string, mac: (text: string) => string): string {
  if (ID.test(text) && !NUMBER_OF_A_PERSON.test(text)) return text;
  return `officer-${mac(`officer-elsewhere:${text}`).slice(0, 10)}`;
}
