import type { OpenedKind } from '../../case/case.ts';
import type { MatterRule } from '../../catalogue/catalogue.ts';
import type { DocketCommand } from '../../docket/commands.ts';
import type { ContactChannel } from '../../first-contact/first-contact.ts';
import { MINUTE, type Instant } from '../../time/instant.ts';
import type { Random } from '../random.ts';
import { acting, clerksOf, handOn, saying, unclear, UNSAID, urge } from './colleagues.ts';
import type { DocketPlay } from './docket-play.ts';
import { HABITS } from './habits.ts';
import { inventedCitizen, officeFor } from './invented.ts';
import type { EndedServing } from './servings.ts';

const NOWHERE = { ticketId: null, servingN: null };

/** The command that registers somebody. */
const registration = (
  byId: string,
  channel: ContactChannel,
  about: 'question' | 'matter',
  matter: MatterRule | null,
  answered: boolean,
  place: { ticketId: string | null; servingN: number | null } = NOWHERE,
): DocketCommand => ({
  type: 'register-contact',
  byId,
  channel,
  about,
  matterId: matter?.id ?? null,
  departmentId: matter?.departmentId ?? null,
  materialsTaken: 0,
  answered,
  ...place,
  words: null,
});

/** What follows from a serving at a window: a case, a one-time notice, a question answered, or a card to follow up. */
export function openFrom(play: DocketPlay, { ticketId, servingN, matterId, clerkId, outcome }: EndedServing): void {
  if (outcome === 'done') return;
  const matter = play.world.catalogue.matters[matterId ?? ''];
  const random = play.chance(`${ticketId}/${servingN}`);
  const place = { ticketId, servingN };
  if (matter?.kind === 'commitment' && (outcome === 'accepted' || outcome === 'told-once'))
    return openCase(play, matter, clerkId, 'window', outcome === 'told-once', place, random);
  const answered = outcome === 'answered';
  play.do(registration(clerkId, 'window', answered ? 'question' : 'matter', matter ?? null, answered, place));
}

function openCase(
  play: DocketPlay,
  matter: MatterRule,
  byId: string,
  channel: ContactChannel,
  toldOnce: boolean,
  place: { ticketId: string | null; servingN: number | null },
  random: Random,
): void {
  const all = matter.guide.materials;
  const minor = all.filter((one) => one.minor);
  const later = !toldOnce && minor.length > 0 && random.chance(HABITS.withMissing) ? [random.pick(minor).id] : [];
  const absent = toldOnce ? all.filter(({ minor: small }) => !small && random.chance(0.4)).map(({ id }) => id) : later;
  const missing = toldOnce && absent.length === 0 ? [all[0]!.id] : absent;
  const kind: OpenedKind = random.chance(0.06) ? 'joint' : random.chance(0.05) ? 'sent-up' : 'commitment';
  const materials = all.map(({ id }) => id).filter((id) => !missing.includes(id));
  const command = {
    type: 'receive-case',
    byId,
    channel,
    contactId: null,
    matterId: matter.id,
    kind,
    materials,
  } as const;
  const contactId = play.do({ ...command, ...place, ...UNSAID }, inventedCitizen(random));
  const caseId = contactId === null ? null : play.contact(contactId).caseId;
  if (contactId === null || caseId === null || channel === 'online') return;
  play.later(random.between(1, 4), () => {
    if (toldOnce)
      return void play.do(
        { type: 'ask-supplement', caseId, byId, missing, bringBy: null, ...UNSAID },
        saying('notice', random),
      );
    if (random.chance(HABITS.refused)) return refuse(play, caseId, byId, random);
    play.do({ type: 'accept-case', caseId, byId, missingBy: null });
    if (random.chance(HABITS.handedOn)) play.later(random.between(3, 60), () => handOn(play, contactId, random));
  });
}

/** Not accepted: not competent, with the office that is, or the conditions are not met. */
function refuse(play: DocketPlay, caseId: string, byId: string, random: Random): void {
  const elsewhere = random.chance(0.4);
  const ground = elsewhere ? 'not-competent' : 'not-eligible';
  const said = elsewhere ? officeFor(random) : saying('refusal', random);
  const command = { type: 'refuse-case', caseId, byId, ground, officeNamed: elsewhere, explained: !elsewhere } as const;
  play.do({ ...command, ...UNSAID }, said);
}

/** Those who come to the desk, telephone, write, or hand their papers in online. */
export function walkIns(play: DocketPlay): void {
  const random = play.chance('walk-ins');
  for (const channel of ['desk', 'telephone', 'letter', 'online'] as const) {
    const count = Math.round(HABITS.walkIns[channel] * random.between(0.6, 1.5));
    for (let n = 0; n < count; n++) {
      const name = `${channel} ${n}`;
      play.at(play.sometime(random), () => register(play, channel, play.chance(name)));
    }
  }
  const commitments = Object.values(play.world.catalogue.matters).filter(({ kind }) => kind === 'commitment');
  const cases = Math.round(HABITS.onlineCases * random.between(0.5, 1.5));
  for (let n = 0; n < cases && commitments.length > 0; n++) {
    play.at(play.sometime(random), () => openOnline(play, commitments, play.chance(`case ${n}`)));
  }
}

function openOnline(play: DocketPlay, matters: readonly MatterRule[], random: Random): void {
  const matter = random.pick(matters);
  // Behind the counter: whoever heads or stands in works on what comes in online.
  const byId = acting(play, clerksOf(play, matter.departmentId).at(-1)!);
  openCase(play, matter, byId, 'online', false, NOWHERE, random);
}

/** Somebody telephones with a matter that nobody gets round to today. @returns the card's number. */
function registerQuietly(play: DocketPlay, random: Random): string | null {
  const matter = random.pick(Object.values(play.world.catalogue.matters));
  const byId = deskOf(play)[0]!;
  const said = { ...saying('matter', random), ...inventedCitizen(random) };
  return play.do(registration(byId, 'telephone', 'matter', matter, false), said, true);
}

/** Who receives at the guide desk; a clerk where there is none. */
function deskOf(play: DocketPlay): string[] {
  const people = Object.values(play.world.catalogue.staff);
  const of = (role: string) => people.flatMap((one) => (one.role === role ? one.id : []));
  return of('guide').length > 0 ? of('guide') : of('clerk');
}

function register(play: DocketPlay, channel: ContactChannel, random: Random): void {
  const { matters } = play.world.catalogue;
  const byId = random.pick(channel === 'desk' ? deskOf(play) : [...deskOf(play), ...clerksOf(play, null)]);
  const about = random.chance(0.6) ? 'question' : 'matter';
  const matter = random.chance(0.8) ? random.pick(Object.values(matters)) : null;
  const answered = about === 'question' && random.chance(channel === 'letter' ? 0 : 0.45);
  const said = { ...saying(about, random), ...(answered ? {} : inventedCitizen(random)) };
  play.do(registration(byId, channel, about, matter, answered), said);
}

/** Makes sure that whoever looks at `until` finds what a day at some time always has: each a quarter of an hour or so ago. */
export function stage(play: DocketPlay, until: Instant): void {
  const random = play.chance('stage');
  const ago = (minutes: number) => Math.max(play.span!.from + 2 * MINUTE, until - minutes * MINUTE);
  const fresh = (minutes: number, then: (contactId: string) => void) => {
    play.at(ago(minutes), () => {
      const id = registerQuietly(play, random);
      if (id !== null) play.at(ago(minutes - 3), () => then(id));
    });
  };
  fresh(16, (id) => handOn(play, id, random));
  fresh(46, (id) => handOn(play, id, random));
  fresh(27, (id) => unclear(play, id, random));
  const commitments = Object.values(play.world.catalogue.matters).filter(({ kind }) => kind === 'commitment');
  if (commitments.length > 0) play.at(ago(34), () => openOnline(play, commitments, random));
  play.at(ago(21), () => {
    const open = Object.values(play.docket.cases).filter(({ state }) => state === 'deciding');
    const grave = open.find(({ fired }) => fired.red !== undefined) ?? open.find(({ fired }) => fired.yellow);
    if (grave) urge(play, grave.contactId, random);
    const soon = open.find(
      ({ extension, promisedDays, promisedLastDay }) =>
        extension === null && promisedDays >= 5 && promisedLastDay !== null && promisedLastDay >= play.day,
    );
    if (!soon) return;
    const byId = acting(play, play.contact(soon.contactId).answerableId);
    play.do({ type: 'ask-extension', caseId: soon.id, byId, days: 3, ...UNSAID }, saying('extension', random));
  });
}
