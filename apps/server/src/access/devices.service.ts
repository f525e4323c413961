import { randomInt, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeviceConfig } from '@shouwen/contracts/http/access.operations';
import type { DeviceKind } from '@shouwen/contracts/http/operation';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Callers } from './callers.service.ts';
import { hashToken, makeToken } from './tokens.ts';

/** A pairing code is good for ten minutes and once. */
const CODE_MS = 10 * 60_000;

interface Place {
  kind: DeviceKind;
  name: string;
  zoneId: string | null;
  windowId: string | null;
}

interface DeviceRow {
  id: string;
  kind: DeviceKind;
  name: string;
  zone_id: string | null;
  window_id: string | null;
  paired_at: Date;
  revoked_at: Date | null;
}

const toConfig = (hallId: string, row: DeviceRow): DeviceConfig => ({
  deviceId: row.id,
  hallId,
  kind: row.kind,
  name: row.name,
  zoneId: row.zone_id,
  windowId: row.window_id,
});

/** Kiosks, displays and pads: each has a token of its own that can do only what its kind may (PEERS 14). */
@Injectable()
export class Devices {
  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly callers: Callers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A one-time code of eight digits for a device that stands at a place. */
  async makeCode(hallId: string, place: Place): Promise<{ code: string; expiresAt: number }> {
    await this.check(hallId, place);
    const code = String(randomInt(10_000_000, 100_000_000));
    const expiresAt = this.clock.now() + CODE_MS;
    await this.database.query(
      `insert into device_pairing (hall_id, code_hash, kind, name, zone_id, window_id, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        hallId,
        hashToken(code),
        place.kind,
        place.name,
        place.zoneId,
        place.windowId,
        new Date(expiresAt).toISOString(),
      ],
    );
    return { code, expiresAt };
  }

  /** Pairs by code; the code is used up. Errors: `pairing-code-wrong`. */
  async pair(code: string): Promise<DeviceConfig & { token: string }> {
    const [rows] = (await this.database.query(
      `delete from device_pairing where code_hash = $1 returning hall_id, kind, name, zone_id, window_id, expires_at`,
      [hashToken(code)],
    )) as [(DeviceRow & { hall_id: string; expires_at: Date })[], number];
    const row = rows[0];
    if (!row || row.expires_at.getTime() < this.clock.now()) throw new AppError('pairing-code-wrong');
    return this.register(row.hall_id, { kind: row.kind, name: row.name, zoneId: row.zone_id, windowId: row.window_id });
  }

  /** Pairs with an example hall without a code. Errors: `example-refused`. */
  async pairExample(
    hallId: string,
    { kind, zoneId, windowId }: Omit<Place, 'name'>,
  ): Promise<DeviceConfig & { token: string }> {
    const { rules } = await this.catalogues.current(hallId);
    if (!rules.hall.example || this.config.production) throw new AppError('example-refused');
    const place = { kind, name: `example ${kind}`, zoneId, windowId };
    await this.check(hallId, place);
    return this.register(hallId, place);
  }

  async configOf(caller: Extract<Caller, { who: 'device' }>): Promise<DeviceConfig> {
    const [row] = (await this.database.query('select * from device where hall_id = $1 and id = $2', [
      caller.hallId,
      caller.deviceId,
    ])) as DeviceRow[];
    return toConfig(caller.hallId, row!);
  }

  async list(hallId: string): Promise<(DeviceConfig & { pairedAt: number; revokedAt: number | null })[]> {
    const rows = (await this.database.query(
      'select * from device where hall_id = $1 order by paired_at desc limit 500',
      [hallId],
    )) as DeviceRow[];
    return rows.map((row) => ({
      ...toConfig(hallId, row),
      pairedAt: row.paired_at.getTime(),
      revokedAt: row.revoked_at?.getTime() ?? null,
    }));
  }

  /** Takes a device's token away; its sockets close. */
  async revoke(hallId: string, deviceId: string): Promise<void> {
    const [rows] = (await this.database.query(
      'update device set revoked_at = $3 where hall_id = $1 and id = $2 and revoked_at is null returning token_hash',
      [hallId, deviceId, new Date(this.clock.now()).toISOString()],
    )) as [{ token_hash: string }[], number];
    if (!rows[0]) throw new AppError('not-found');
    this.callers.withdraw([rows[0].token_hash], 'revoked');
  }

  private async check(hallId: string, { zoneId, windowId }: Pick<Place, 'zoneId' | 'windowId'>): Promise<void> {
    const { published, rules } = await this.catalogues.current(hallId);
    const wrong = (path: string) =>
      new AppError('invalid-input', { fields: [{ path, message: 'unknown in this hall' }] });
    if (zoneId !== null && !published.zones.some((zone) => zone.id === zoneId)) throw wrong('body.zoneId');
    if (windowId !== null && !rules.windows[windowId]) throw wrong('body.windowId');
  }

  private async register(hallId: string, place: Place): Promise<DeviceConfig & { token: string }> {
    const id = randomUUID();
    const { token, hash } = makeToken('d', hallId);
    await this.database.query(
      `insert into device (hall_id, id, kind, name, zone_id, window_id, token_hash, paired_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        hallId,
        id,
        place.kind,
        place.name,
        place.zoneId,
        place.windowId,
        hash,
        new Date(this.clock.now()).toISOString(),
      ],
    );
    return { deviceId: id, hallId, ...place, token };
  }
}
