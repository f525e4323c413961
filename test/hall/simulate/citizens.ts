import type { Agent } from 'node:http';
import { currentRatingForm, type RatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import type { CastReply, PadView } from '@shouwen/contracts/views/rating.schema';
import { citizenSays } from '@shouwen/domain/simulation/citizen-says';
import { deviceOf, type Person } from '../support/people.ts';

/** Citizens after their serving: most look at the pad of the window, some rate by their slip, many not at all. */
export class Citizens {
  rated = 0;
  bad = 0;
  /** The rules said no: too late at a high speed, or the window went on. */
  refused = 0;

  private constructor(
    private readonly hallId: string,
    private readonly pads: ReadonlyMap<string, Person>,
    private readonly form: RatingForm,
    private readonly seed: number,
    private readonly visitor: Person,
  ) {}

  /** A pad at each window where somebody works. */
  static async assemble(
    url: string,
    agent: Agent,
    hallId: string,
    windowIds: readonly string[],
    { forms, seed, visitor }: { forms: readonly RatingForm[]; seed: number; visitor: Person },
  ): Promise<Citizens> {
    const pads = new Map<string, Person>();
    for (const windowId of windowIds) pads.set(windowId, await deviceOf(url, agent, hallId, { kind: 'pad', windowId }));
    return new Citizens(hallId, pads, currentRatingForm(forms), seed, visitor);
  }

  /** A serving ended at this window: the pad asks, and whoever has the slip's code may answer. */
  async afterServing(windowId: string, codeOf: (ticketId: string) => string | undefined): Promise<void> {
    const pad = this.pads.get(windowId);
    const { rate } = (await pad?.get<PadView>(`/api/halls/${this.hallId}/pad`))?.body ?? {};
    if (!pad || !rate) return;
    const { ratingId } = rate;
    const { dimensions, labels, version } = this.form;
    const ofTone = (wanted: 'good' | 'bad') => labels.filter(({ tone }) => tone === wanted).map(({ id }) => id);
    const choices = { dimensions: dimensions.map(({ id }) => id), good: ofTone('good'), bad: ofTone('bad') };
    const says = citizenSays(this.seed, ratingId, choices);
    if (!says) return;
    const { channel, telephone, afterMs: _soon, ...rest } = says;
    const body = { ratingId, form: version, ...rest, contact: telephone === null ? null : { telephone } };
    const code = codeOf(ratingId.slice(0, ratingId.lastIndexOf('.')));
    const answer =
      channel === 'phone' && code !== undefined
        ? await this.visitor.post<CastReply>(`/api/t/${code}/ratings`, body)
        : await pad.post<CastReply>(`/api/halls/${this.hallId}/pad/ratings`, body);
    if (answer.status >= 500 || answer.status === 400)
      throw new Error(`a rating: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (answer.status !== 200) {
      this.refused += 1;
      return;
    }
    this.rated += 1;
    if (answer.body.bad) this.bad += 1;
  }
}
