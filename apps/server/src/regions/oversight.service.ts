import { Injectable } from '@nestjs/common';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import { covers } from '@shouwen/domain/region/region';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { AppError } from '../platform/http/app-error.ts';
import { actorOf, type Caller } from '../platform/http/caller.ts';
import { RegionHalls } from './region-halls.ts';

export type StaffCaller = Extract<Caller, { who: 'staff' }>;

/** Who oversees which regions. It is asked anew each time: what was taken away holds no longer. */
@Injectable()
export class Oversight {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly halls: RegionHalls,
  ) {}

  /** What somebody oversees; nothing unless it was given. */
  async of({ hallId, staffId }: StaffCaller): Promise<{ regions: string[]; mayGrant: boolean }> {
    const { oversight, rules } = await this.catalogues.current(hallId);
    const given =
      Object.hasOwn(rules.staff, staffId) && Object.hasOwn(oversight, staffId) ? oversight[staffId] : undefined;
    return given ?? { regions: [], mayGrant: false };
  }

  async list(caller: StaffCaller) {
    const mine = await this.of(caller);
    const { oversight } = await this.catalogues.current(caller.hallId);
    const names = await this.halls.names(mine.regions);
    const named = (regions: readonly string[]) => regions.map((code) => ({ code, name: names(code) }));
    const within = (regions: readonly string[]) => regions.every((one) => isWithin(mine.regions, one));
    return {
      mine: { regions: named(mine.regions), mayGrant: mine.mayGrant },
      given: mine.mayGrant
        ? Object.values(oversight)
            .filter(({ regions }) => within(regions))
            .map(({ id, regions, mayGrant }) => ({ staffId: id, regions: named(regions), mayGrant }))
        : [],
    };
  }

  /** Errors: `oversight-not-yours-to-give`; `unknown-staff`. */
  async give(
    caller: StaffCaller,
    staffId: string,
    regions: string[],
    key: string | undefined,
  ): Promise<{ seq: number }> {
    const mine = await this.of(caller);
    const { oversight, rules } = await this.catalogues.current(caller.hallId);
    const held = Object.hasOwn(oversight, staffId) ? oversight[staffId] : undefined;
    // Neither more than one has, nor somebody else's wider one away, nor one's own wider.
    const touched = [...regions, ...(held?.regions ?? [])];
    if (!mine.mayGrant || !touched.every((one) => isWithin(mine.regions, one)))
      throw new AppError('oversight-not-yours-to-give');
    if (!Object.hasOwn(rules.staff, staffId)) throw new AppError('unknown-staff');
    const item = regions.length === 0 ? null : { id: staffId, regions, mayGrant: held?.mayGrant ?? false };
    const change: CatalogueChange = { kind: 'oversight', id: staffId, item };
    return this.catalogues.change(caller.hallId, [change], actorOf(caller), { key, grants: true });
  }
}

/** Whether a region is one of those, or lies in one. */
export const isWithin = (regions: readonly string[], region: string): boolean =>
  regions.some((one) => covers(one, region));
