import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { clockAt, openStage } from '../support/stage.ts';
import { at, BEGIN, cardsIn, DocketHall, quiet, twice, type Given } from './docket-hall.ts';
import type { DrillResult } from './drill.ts';
import { findingsOn } from './verified.ts';

const HALL = 'down';
const OF_EACH = 4;
/** When the server is up again: four weeks and every deadline later. */
const UP = at('2026-12-23', '09:00');

/** What a case accepted on Tuesday 24 November must get until then, and what each other thing must, written out by hand. */
const RUNNING: Record<string, number> = {
  prompt: at('2026-11-27', '08:30'),
  yellow: at('2026-11-30', '08:30'),
  red: at('2026-12-01', '17:30'),
  'legal-red': at('2026-12-22', '17:30'),
};
interface Story {
  begin(hall: DocketHall): Promise<DocketFile>;
  cards: Record<string, number>;
}
const STORIES: Story[] = [
  { begin: (hall) => hall.accepted(), cards: RUNNING },
  { begin: (hall) => hall.receive(), cards: { deemed: at('2026-12-01', '17:30'), ...RUNNING } },
  {
    begin: async (hall) => hall.post(`cases/${(await hall.receive(true)).caseId}/accept`, { missingBy: '2026-11-27' }),
    cards: { prompt: RUNNING.prompt!, 'missing-late': at('2026-11-27', '17:30') },
  },
  {
    begin: async (hall) =>
      hall.post(`cases/${(await hall.accepted()).caseId}/suspend`, { kind: 'testing', expectedEnd: '2026-11-30' }),
    cards: { 'suspension-overrun': at('2026-11-30', '17:30') },
  },
  {
    begin: async (hall) => hall.post(`cases/${(await hall.accepted()).caseId}/decide`, { result: 'granted' }),
    cards: { 'delivery-late': at('2026-12-08', '17:30') },
  },
  {
    begin: async (hall) => {
      const { contactId } = await hall.post('contacts', {
        channel: 'telephone',
        about: 'matter',
        matterId: 'permit',
        words: '问进度',
      });
      return hall.post(`contacts/${contactId}/hand-over`, { toId: 'clerk-3' });
    },
    // Half an hour that the hall is open, from a few seconds after ten on.
    cards: { remind: 0, 'to-supervisor': 0, 'to-director': 0, 'feedback-late': at('2026-11-27', '17:30') },
  },
];

/** The server is down over every deadline of many cases: when it is up again each card is given once, and none is lost. */
export async function downAcrossDeadline(): Promise<DrillResult> {
  const real = await run({});
  const control = await run({ DRILL_BROKEN_CLOCK: 'timers-in-memory' });
  return {
    name: 'server down across a deadline',
    held: real.lost === 0 && real.twice === 0 && real.unexpected === 0 && real.findings === 0,
    controlFailed: control.lost > 0,
    cards: real.expected,
    lost: real.lost,
    twice: real.twice,
    findings: real.findings,
    caughtUpMs: real.caughtUpMs,
    controlLost: control.lost,
  };
}

async function run(env: Record<string, string>) {
  const stage = await openStage();
  try {
    const server = await stage.startServer({ ...clockAt(BEGIN), ...env });
    const hall = await DocketHall.make(server, { id: HALL });
    const expected = new Map<string, number>();
    for (const story of STORIES) {
      for (let n = 0; n < OF_EACH; n++) {
        const { contactId } = await story.begin(hall);
        for (const [kind, due] of Object.entries(story.cards)) expected.set(`${contactId} ${kind}`, due);
      }
    }
    hall.leave();
    server.child.kill('SIGKILL');
    await stage.startServer({ ...clockAt(UP), ...env });
    // The control never comes to rest: what it lost stays due. Two looks of its clock are enough to see that.
    const patience = env.DRILL_BROKEN_CLOCK ? 12_000 : 60_000;
    const caughtUpMs = await quiet(stage, HALL, UP, patience).catch(() => Number.NaN);
    const cards = await cardsIn(stage, HALL);
    const fits = ({ contactId, kind, dueAt }: Given) => {
      const due = expected.get(`${contactId} ${kind}`);
      return due === dueAt || (due === 0 && dueAt > BEGIN && dueAt < at('2026-11-24', '12:00'));
    };
    const findings = await findingsOn(stage);
    return {
      expected: expected.size,
      lost: expected.size - cards.filter(fits).length,
      unexpected: cards.filter((card) => !fits(card)).length,
      twice: twice(cards),
      findings: findings.length,
      caughtUpMs: Math.round(caughtUpMs),
    };
  } finally {
    await stage.stop();
  }
}
