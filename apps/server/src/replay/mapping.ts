import { readdir } from 'node:fs/promises';
import { caseMapping, type CaseMapping } from './cases/case-mapping.ts';
import { readMapping } from './file/file-mapping.ts';
import { ticketMapping, type TicketMapping } from './tickets/ticket-mapping.ts';

/** A file's rows are cases, unless its mapping says `"rows": "tickets"`. */
export type Mapping = CaseMapping | TicketMapping;
export const isOfTickets = (mapping: Mapping): mapping is TicketMapping => 'rows' in mapping;

const BUNDLED = new URL('../../src/replay/mappings/', import.meta.url);

/** Names of the mappings that come with the program. */
const bundledMappings = async (): Promise<string[]> =>
  (await readdir(BUNDLED)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));

/** A bundled mapping by its name, or one of the operator's own by its file. Throws `FileFault`. */
export async function mappingOf(name: string): Promise<Mapping> {
  const bundled = (await bundledMappings()).includes(name);
  const schemaOf = (value: object | null) => (value && 'rows' in value ? ticketMapping : caseMapping);
  return readMapping<Mapping>(schemaOf, bundled ? new URL(`${name}.json`, BUNDLED) : name, name);
}
