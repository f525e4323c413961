import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import type { DeviceKind } from '@shouwen/contracts/http/operation';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Caller } from '../platform/http/caller.ts';
import { tokensOf, type ParsedToken } from './tokens.ts';

type Known = Exclude<Caller, { who: 'anybody' }>;

/** A token found good is believed this long without asking again, ms: checking must not cost more than the work (PEERS 15). */
const BELIEVED_MS = 5_000;
/** A session unused for this long ends, ms. */
export const SESSION_IDLE_MS = 4 * 3_600_000;

/** Finds out who calls, from bearer token or cookies; for HTTP and sockets alike. */
@Injectable()
export class Callers {
  /** Tokens withdrawn in this process, so that sockets behind them close at once. */
  readonly withdrawn = new Subject<{ hash: string; reason: 'signed-out' | 'revoked' }>();
  private readonly believed = new Map<string, { caller: Known; until: number }>();

  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly clock: Clock,
  ) {}

  /** Everyone whose valid token the headers carry; a browser at the desk may be both kiosk and staff. */
  async of(headers: { authorization?: string | undefined; cookie?: string | undefined }): Promise<Known[]> {
    const callers = await Promise.all(tokensOf(headers).map((token) => this.check(token)));
    return callers.filter((caller): caller is Known => caller !== null);
  }

  /** Who stands behind a token, or `null` when it is unknown, expired, revoked, or the person has left. */
  async check(token: ParsedToken): Promise<Known | null> {
    const now = this.clock.now();
    const known = this.believed.get(token.hash);
    if (known && known.until > now) return known.caller;
    this.believed.delete(token.hash);
    const caller = token.kind === 's' ? await this.session(token, now) : await this.device(token);
    if (caller) this.believed.set(token.hash, { caller, until: now + BELIEVED_MS });
    return caller;
  }

  /** Forgets tokens at once, and tells the sockets. */
  withdraw(hashes: readonly string[], reason: 'signed-out' | 'revoked'): void {
    for (const hash of hashes) {
      this.believed.delete(hash);
      this.withdrawn.next({ hash, reason });
    }
  }

  private async session({ hallId, hash }: ParsedToken, now: number): Promise<Known | null> {
    const at = new Date(now).toISOString();
    const [rows] = (await this.database.query(
      `update staff_session set seen_at = $3 where hall_id = $1 and token_hash = $2 and expires_at > $3
         and seen_at > $4 returning staff_id`,
      [hallId, hash, at, new Date(now - SESSION_IDLE_MS).toISOString()],
    )) as [{ staff_id: string }[], number];
    const staffId = rows[0]?.staff_id;
    if (staffId === undefined) return null;
    const { rules } = await this.catalogues.current(hallId);
    const role = rules.staff[staffId]?.role;
    return role ? { who: 'staff', hallId, staffId, role, tokenHash: hash } : null;
  }

  private async device({ hallId, hash }: ParsedToken): Promise<Known | null> {
    const [row] = (await this.database.query(
      'select id, kind, window_id from device where hall_id = $1 and token_hash = $2 and revoked_at is null',
      [hallId, hash],
    )) as { id: string; kind: DeviceKind; window_id: string | null }[];
    return row
      ? { who: 'device', hallId, deviceId: row.id, kind: row.kind, windowId: row.window_id, tokenHash: hash }
      : null;
  }
}
