import { createHash } from 'node:crypto';
import pg from 'pg';

/** Tokens of a copied hall: a kiosk's, and that of the clerk at window 1. */
export interface HallTokens {
  hallId: string;
  kiosk: string;
  clerk: string;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
/** Known beforehand, so that five thousand kiosks need not be paired nor clerks signed in one by one. */
const tokenOf = (kind: 's' | 'd', hallId: string) =>
  `${kind}.${hallId}.${createHash('sha256').update(`${kind} ${hallId}`).digest('base64url')}`;

/**
 * Copies a hall as it was installed — log, catalogue, a paired kiosk, a clerk who is signed in — into many others by SQL, for measuring a
 * province. Copied chains do not hold their own names: such a database is only for benches and never verified.
 */
export async function copyHalls(databaseUrl: string, from: string, count: number): Promise<HallTokens[]> {
  const halls = Array.from({ length: count }, (_, n) => {
    const hallId = `hall-${n + 1}`;
    return { hallId, kiosk: tokenOf('d', hallId), clerk: tokenOf('s', hallId) };
  });
  const ids = halls.map(({ hallId }) => hallId);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into hall_head (hall_id, seq, hash, catalogue_seq)
     select new.id, seq, hash, catalogue_seq from hall_head, unnest($2::text[]) as new(id) where hall_id = $1`,
    [from, ids],
  );
  await client.query(
    `insert into hall_event (hall_id, seq, day, at, actor, kind, subject, data, hash)
     select new.id, seq, day, at, actor, kind, subject, data, hash from hall_event, unnest($2::text[]) as new(id) where hall_id = $1`,
    [from, ids],
  );
  await client.query(
    `insert into catalogue_item (hall_id, kind, id, item, seq)
     select new.id, c.kind, case when c.kind = 'hall' then new.id else c.id end, c.item, c.seq
     from catalogue_item c, unnest($2::text[]) as new(id) where c.hall_id = $1`,
    [from, ids],
  );
  await client.query(
    `update catalogue_item set item = item || jsonb_build_object('id', hall_id) where kind = 'hall' and hall_id = any($1)`,
    [ids],
  );
  await client.query(
    `insert into device (hall_id, id, kind, name, token_hash, paired_at) select hall, 'kiosk-1', 'kiosk', 'Kiosk', hash, now()
     from unnest($1::text[], $2::text[]) as d(hall, hash)`,
    [ids, halls.map(({ kiosk }) => hashOf(kiosk))],
  );
  await client.query(
    `insert into staff_session (hall_id, token_hash, staff_id, created_at, seen_at, expires_at, user_agent)
     select hall, hash, 'clerk-1', now(), now(), now() + interval '12 hours', 'bench' from unnest($1::text[], $2::text[]) as s(hall, hash)`,
    [ids, halls.map(({ clerk }) => hashOf(clerk))],
  );
  await client.query('analyze hall_head, hall_event, catalogue_item, device, staff_session');
  await client.end();
  return halls;
}
