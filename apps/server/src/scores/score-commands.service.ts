import { Injectable } from '@nestjs/common';
import type { objectToScore } from '@shouwen/contracts/http/score.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import {
  concernedInObjection,
  decideObjecting,
  decideOnObjection,
  decideSealing,
} from '@shouwen/domain/score/decide-score';
import type { PeriodName, ScoreScope } from '@shouwen/domain/score/period';
import { leftOutBy } from '@shouwen/domain/score/score';
import { inOrderOf, type ScoreInputs } from '@shouwen/domain/score/sheet';
import { DocketReader } from '../docket/docket-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { decidersOf } from './conduct.service.ts';
import { RecordLog } from './record-log.ts';
import { RecordReader } from './record-reader.ts';
import { fingerprintOf } from './rows.ts';
import { ScoreInputsService } from './score-inputs.service.ts';
import { liveSheet, ownKey, ScoresService } from './scores.service.ts';

interface By {
  hallId: string;
  actor: string;
  me: string;
  key?: string | undefined;
}

/** Objections, their decisions, and seals. What is counted is counted before the hall is locked; what was decided is read under the lock. */
@Injectable()
export class ScoreCommands {
  constructor(
    private readonly log: RecordLog,
    private readonly reader: DocketReader,
    private readonly records: RecordReader,
    private readonly inputs: ScoreInputsService,
    private readonly scores: ScoresService,
  ) {}

  /** Errors: `score-period`, `unknown-sheet` and the refusals about the appraisal. */
  async object({ me, key, ...by }: By, body: InputOf<typeof objectToScore>['body']): Promise<void> {
    const { hallId } = by;
    const { scope, line, refs, words: text } = body;
    const present = await this.reader.present(hallId);
    const { period, course, card, counting } = this.scores.counting(hallId, present, body);
    const whose = ownKey(present.catalogue, me, scope);
    const { inputs } = await this.inputs.count({ ...counting, listed: [whose] });
    const own = inputs.get(whose);
    if (!own) throw new AppError('unknown-sheet');
    const id = { scope, key: whose, period };
    const input = { ...body };
    await this.log.run(
      { ...by, key, name: 'object-to-score', input },
      text,
      async ({ tx, words, records, context }) => {
        const all = await this.records.objections(hallId, scope, period, tx);
        const objections = all.filter((one) => one.key === whose);
        const sealed = await this.records.sealed(hallId, scope, period, tx);
        for (const one of objections) records.score_objection.set(one.id, one);
        const objectionId = await this.records.nextObjection(hallId, period, tx);
        const stand = { id, course, isSealed: sealed.length > 0, objections };
        const sheet = liveSheet(own, card, objections);
        return decideObjecting(stand, sheet, { objectionId, line, refs, byId: me, words }, context.catalogue);
      },
    );
  }

  /** Errors: the refusals about the appraisal. */
  async decide(
    { me, key, ...by }: By,
    objectionId: string,
    { upheld, words: text }: { upheld: boolean; words: string },
  ): Promise<{ seq: number }> {
    const { hallId } = by;
    const input = { objectionId, upheld, text };
    const objection = await this.records.objection(hallId, objectionId);
    const counted = objection && (await this.countedFor(hallId, objection));
    const { seq } = await this.log.run(
      { ...by, key, name: 'decide-objection', input },
      text,
      async ({ tx, words, records, context }) => {
        const one = await this.records.objection(hallId, objectionId, tx);
        if (one) records.score_objection.set(one.id, one);
        const sealed = one ? await this.records.sealed(hallId, one.scope, one.period, tx) : [];
        const concerned = one ? concernedInObjection(one, counted ?? null) : [];
        const deciders = decidersOf(context.catalogue);
        return decideOnObjection(one, sealed.length > 0, { upheld, byId: me, words }, concerned, deciders);
      },
    );
    return { seq };
  }

  /** Seals a period's sheets. Errors: `score-period` and the refusals about the appraisal. */
  async seal({ me, key, ...by }: By, scope: ScoreScope, name: PeriodName): Promise<{ sealed: number }> {
    const { hallId } = by;
    const asked = { scope, period: name };
    const { period, course, card, counting } = this.scores.counting(hallId, await this.reader.present(hallId), asked);
    const isDue = course.stage === 'to-seal';
    const { inputs } = isDue
      ? await this.inputs.count({ ...counting, listed: 'all', patient: true })
      : { inputs: new Map<string, ScoreInputs>() };
    const { ids } = await this.log.run({ ...by, key, name: 'seal-scores', input: asked }, '', async ({ tx }) => {
      const objections = await this.records.objections(hallId, scope, period, tx);
      const before = await this.records.sealed(hallId, scope, period, tx);
      const sheets = [...inputs].map(([sheetKey, counted]) => {
        const leftOut = leftOutBy(objections.filter((one) => one.key === sheetKey));
        const content = { card, inputs: inOrderOf(counted), leftOut };
        return { id: { scope, key: sheetKey, period }, content, hash: fingerprintOf(content) };
      });
      return decideSealing(course, sheets, objections, before.length > 0, me);
    });
    return { sealed: ids.length };
  }

  private async countedFor(
    hallId: string,
    { scope, period, key }: { scope: ScoreScope; period: PeriodName; key: string },
  ): Promise<ScoreInputs | undefined> {
    const { counting } = this.scores.counting(hallId, await this.reader.present(hallId), { scope, period });
    return (await this.inputs.count({ ...counting, listed: [] })).inputs.get(key);
  }
}
