import type { Agent } from 'node:http';
import { currentRatingForm, type RatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import type { CastReply, PadView } from '@shouwen/contracts/views/rating.schema';
import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import { citizenSays } from '@shouwen/domain/simulation/citizen-says';
import { saysAfter } from '@shouwen/domain/simulation/citizen-voices';
import { deviceOf, type Answer, type Person } from '../support/people.ts';

/** Citizens after their serving: most look at the pad of the window, some rate by their slip, many not at all; now and then one complains. */
export class Citizens {
  rated = 0;
  bad = 0;
  /** Suggestions, complaints and reports on the way out. */
  voices = 0;
  /** The rules said no: too late at a high speed, or the window went on. */
  refused = 0;

  private constructor(
    private readonly hallId: string,
    private readonly pads: ReadonlyMap<string, Person>,
    private readonly form: RatingForm,
    private readonly seed: number,
    private readonly catalogue: Catalogue,
    private readonly people: { visitor: Person; kiosk: Person },
  ) {}

  /** A pad at each window where somebody works. */
  static async assemble(
    url: string,
    agent: Agent,
    hallId: string,
    windowIds: readonly string[],
    { forms, seed, catalogue }: { forms: readonly RatingForm[]; seed: number; catalogue: Catalogue },
    people: { visitor: Person; kiosk: Person },
  ): Promise<Citizens> {
    const pads = new Map<string, Person>();
    for (const windowId of windowIds) pads.set(windowId, await deviceOf(url, agent, hallId, { kind: 'pad', windowId }));
    return new Citizens(hallId, pads, currentRatingForm(forms), seed, catalogue, people);
  }

  /** A serving ended at this window: the pad asks, and whoever has the slip's code may answer. */
  async afterServing(windowId: string, codeOf: (ticketId: string) => string | undefined): Promise<void> {
    const pad = this.pads.get(windowId);
    const { rate } = (await pad?.get<PadView>(`/api/halls/${this.hallId}/pad`))?.body ?? {};
    if (!pad || !rate) return;
    const { ratingId } = rate;
    const code = codeOf(ratingId.slice(0, ratingId.lastIndexOf('.')));
    await this.rate(pad, ratingId, code);
    await this.say(ratingId, code);
  }

  private async rate(pad: Person, ratingId: string, code: string | undefined): Promise<void> {
    const { dimensions, labels, version } = this.form;
    const ofTone = (wanted: 'good' | 'bad') => labels.filter(({ tone }) => tone === wanted).map(({ id }) => id);
    const choices = { dimensions: dimensions.map(({ id }) => id), good: ofTone('good'), bad: ofTone('bad') };
    const says = citizenSays(this.seed, ratingId, choices);
    if (!says) return;
    const { channel, telephone, afterMs: _soon, ...rest } = says;
    const body = { ratingId, form: version, ...rest, contact: telephone === null ? null : { telephone } };
    const answer =
      channel === 'phone' && code !== undefined
        ? await this.people.visitor.post<CastReply>(`/api/t/${code}/ratings`, body)
        : await pad.post<CastReply>(`/api/halls/${this.hallId}/pad/ratings`, body);
    if (!this.isTaken('a rating', answer)) return;
    this.rated += 1;
    if (answer.body.bad) this.bad += 1;
  }

  /** A complaint names the slip, so that the hall finds whom it is about; other things go into the box at the kiosk. */
  private async say(ratingId: string, code: string | undefined): Promise<void> {
    const says = saysAfter(this.seed, ratingId, this.catalogue);
    if (!says) return;
    const { opinion, subject, citizen, text: words } = says;
    const { visitor, kiosk } = this.people;
    const answer =
      opinion === 'complaint' && code !== undefined
        ? await visitor.post(`/api/halls/${this.hallId}/say`, { opinion, words, citizen, ticketCode: code })
        : await kiosk.post(`/api/halls/${this.hallId}/box`, { opinion, subject, words, citizen });
    if (this.isTaken('an opinion', answer)) this.voices += 1;
  }

  /** Whether the hall took it; the rules may say no. */
  private isTaken(what: string, { status, body }: Answer<unknown>): boolean {
    if (status >= 500 || status === 400) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
    if (status !== 200) this.refused += 1;
    return status === 200;
  }
}
