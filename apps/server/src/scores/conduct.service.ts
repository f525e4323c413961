import { Injectable } from '@nestjs/common';
import type { ConductView } from '@shouwen/contracts/views/conduct.schema';
import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import type { Conduct } from '@shouwen/domain/conduct/conduct';
import { decideConduct, type ConductCommand } from '@shouwen/domain/conduct/decide-conduct';
import { AppError } from '../platform/http/app-error.ts';
import { RecordLog } from './record-log.ts';
import { RecordReader } from './record-reader.ts';

type Without<C, K extends PropertyKey> = C extends unknown ? Omit<C, K> : never;
/** A command before the session says who gives it. */
export type ConductWish = Without<ConductCommand, 'words' | 'conductId' | 'byId'>;

/** Who may decide about staff: supervisors and directors in office. */
export const decidersOf = ({ staff }: Pick<Catalogue, 'staff'>): string[] =>
  Object.values(staff)
    .filter(({ role }) => role === 'supervisor' || role === 'director')
    .map(({ id }) => id);

/** Rewards and accountability (奖优罚劣、责任追究). */
@Injectable()
export class ConductService {
  constructor(
    private readonly log: RecordLog,
    private readonly reader: RecordReader,
  ) {}

  /** All of a hall's, or those about one person. What is found about somebody who oversees is theirs to see under their own. */
  async list(hallId: string, staffId: string | null): Promise<ConductView[]> {
    return this.views(hallId, await this.reader.conduct(hallId, staffId));
  }

  /** Takes a step; a new record gets the next number of its year. Errors: the refusals about conduct, `unknown-staff`. */
  async run(
    request: { hallId: string; actor: string; key?: string | undefined },
    wish: ConductWish,
    byId: string,
    text: string,
    conductId: string | null,
  ): Promise<ConductView> {
    const { hallId } = request;
    const input = { ...wish, conductId, text };
    const { ids } = await this.log.run(
      { ...request, name: wish.type, input },
      text,
      async ({ tx, context, words, records }) => {
        const { day, calendar, catalogue } = context;
        if ('staffId' in wish && !catalogue.staff[wish.staffId]) throw new AppError('unknown-staff');
        const id = conductId ?? (await this.reader.nextConduct(hallId, day.slice(0, 4), tx));
        const before = conductId === null ? undefined : await this.reader.oneConduct(hallId, id, tx);
        if (before) records.conduct.set(id, before);
        const command = { ...wish, byId, conductId: id, words } as ConductCommand;
        return decideConduct(before, command, { day, calendar, deciders: decidersOf(catalogue) });
      },
    );
    const after = await this.reader.oneConduct(hallId, ids[0]!);
    return (await this.views(hallId, [after!]))[0]!;
  }

  private async views(hallId: string, records: readonly Conduct[]): Promise<ConductView[]> {
    const refs = records.flatMap(({ foundWords, stated, decided, appealed, appealDecided }) =>
      [foundWords, stated?.words, decided?.words, appealed?.words, appealDecided?.words].flatMap(
        (one) => one?.ref ?? [],
      ),
    );
    const textOf = await this.reader.words(hallId, refs);
    return records.map(({ foundWords, ...conduct }) => ({
      ...conduct,
      breach: conduct.breach ?? null,
      grounds: [...conduct.grounds],
      found: textOf(foundWords),
      stated: conduct.stated && { ...conduct.stated, words: textOf(conduct.stated.words) },
      decided: conduct.decided && { ...conduct.decided, words: textOf(conduct.decided.words) },
      appealed: conduct.appealed && { ...conduct.appealed, words: textOf(conduct.appealed.words) },
      appealDecided: conduct.appealDecided && {
        ...conduct.appealDecided,
        words: textOf(conduct.appealDecided.words),
      },
    }));
  }
}
