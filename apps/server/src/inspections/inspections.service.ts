import { Injectable } from '@nestjs/common';
import type { InspectionView } from '@shouwen/contracts/views/inspection.schema';
import type { DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { leads } from '@shouwen/domain/docket/own';
import type { Inspection } from '@shouwen/domain/inspection/inspection';
import { DocketCommands, staffOf } from '../docket/docket-commands.ts';
import { DocketDesk } from '../docket/docket-desk.service.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { addressOf, FileIntake, type Asked } from '../docket/file-intake.ts';
import { officer, type Present } from '../docket/present.ts';
import { inspectionFromRow } from '../docket/rows.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { IncomingFile } from '../platform/http/upload.ts';

/** Those that are planned, and as many of the last ones. */
const MOST = 60;
const ALL = `select body from inspection where hall_id = $1 order by (state = 'planned') desc, day desc, id desc limit ${MOST}`;
const ONE = 'select body from inspection where hall_id = $1 and id = $2';

type Without<C, K extends PropertyKey> = C extends unknown ? Omit<C, K> : never;
/** A command before the session says who gives it. */
export type InspectionWish = Without<DocketCommand, 'byId' | 'words'>;

/** Inspections, orders, and the photographs of both. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly desk: DocketCommands,
    private readonly desks: DocketDesk,
    private readonly reader: DocketReader,
    private readonly intake: FileIntake,
  ) {}

  async list(hallId: string, me: string): Promise<InspectionView[]> {
    const present = await this.reader.present(hallId);
    const rows = (await this.reader.database.query(ALL, [hallId])) as Record<string, unknown>[];
    return rows.map((row) => toInspection(inspectionFromRow(row), me, present));
  }

  orders(hallId: string, me: string): Promise<DocketItem[]> {
    return this.desks.petitions(hallId, me, 'order');
  }

  /** A step on an inspection. @returns it as it stands then, and the card of what was found. */
  async run(
    { hallId, caller, key }: Asked,
    wish: InspectionWish,
    words: string | null = null,
  ): Promise<{ contactId: string; inspection: InspectionView }> {
    const me = staffOf(caller);
    const command = { ...wish, byId: me, ...(words === null ? {} : { words: null }) } as DocketCommand;
    const { contactId, inspectionId } = await this.desk.send(
      hallId,
      caller,
      key,
      command,
      words === null ? null : { text: words },
    );
    const [row] = (await this.reader.database.query(ONE, [hallId, inspectionId])) as Record<string, unknown>[];
    return { contactId, inspection: toInspection(inspectionFromRow(row!), me, await this.reader.present(hallId)) };
  }

  /** A new order: as it stands on its card. */
  async give({ hallId, caller, key }: Asked, wish: InspectionWish, words: string): Promise<DocketFile> {
    const me = staffOf(caller);
    const command = { ...wish, byId: me, words: null } as DocketCommand;
    const { contactId } = await this.desk.send(hallId, caller, key, command, { text: words });
    return this.desks.file(hallId, contactId, me);
  }

  async photograph(asked: Asked, contactId: string, incoming: IncomingFile): Promise<DocketFile> {
    const { hallId, caller } = asked;
    const byId = staffOf(caller);
    await this.desks.mustSee(hallId, contactId, byId);
    const wish = { type: 'photograph-order', contactId, byId } as const;
    await this.intake.take(asked, contactId, wish, incoming, (command) => command);
    return this.desks.file(hallId, contactId, byId);
  }

  /** Errors: `unknown-contact`, `unknown-file`, `file-unreadable`. */
  async photo(hallId: string, contactId: string, fileId: string, me: string): Promise<Buffer> {
    await this.desks.mustSee(hallId, contactId, me);
    const { petition } = await this.reader.one(hallId, { contactId });
    const photo = petition?.kind === 'order' ? petition.photos.find(({ id }) => id === fileId) : undefined;
    if (!photo) throw new AppError('unknown-file');
    return this.intake.content(addressOf(hallId, contactId, fileId), photo.sha256);
  }
}

function toInspection(inspection: Inspection, me: string, { catalogue, context }: Present): InspectionView {
  const { id, round, day, inspectors, form, points, seen, state, endedAt } = inspection;
  const inspects = inspectors.includes(me) || leads(me, context);
  return {
    id,
    round,
    day,
    inspectors: inspectors.map((one) => officer(one, catalogue)),
    form,
    // What was found is for those who inspect; everybody else sees that it was looked at.
    points: points.map((point) => ({
      id: point,
      result: inspects ? (seen[point]?.result ?? null) : null,
      findings: inspects ? [...(seen[point]?.findings ?? [])] : [],
    })),
    state,
    endedAt,
    mine: inspects && state === 'planned' && day <= context.day,
  };
}
