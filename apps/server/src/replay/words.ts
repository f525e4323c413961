import type { HistoryReport, Share } from '@shouwen/domain/history/report';
import type { ReplayResult } from './replay-cases.ts';
import type { TicketReplayResult } from './replay-tickets.ts';

const count = (n: number): string => n.toLocaleString('en');
const line = (label: string, text: string): string => `  ${label.padEnd(22)}${text}`;
/** A share with what it is a share of; “—” when there is nothing to take a share of. */
const ofAll = ({ n, of, share }: Share): string =>
  `${count(n)} of ${count(of)} (${share === null ? '—' : `${(share * 100).toFixed(1)} %`})`;
const orNone = (figure: number | null): string => (figure === null ? '—' : count(figure));

/** What was done, for the terminal. */
export function resultWords(result: ReplayResult, dryRun: boolean): string {
  const { hallId, source, encoding, rows, cases, written, rejected, unmapped } = result;
  const events = written['case-imported'] + written['case-history-added'] + written['case-history-corrected'];
  return [
    `${dryRun ? 'Dry run, nothing was written: history' : 'History'} of “${source}” into hall ${hallId} (${encoding})`,
    line('rows read', count(rows)),
    line('cases', count(cases)),
    line('  new', count(written['case-imported'])),
    line('  with something new', count(written['case-history-added'])),
    ...(written['case-history-corrected'] > 0 ? [line('  corrected', count(written['case-history-corrected']))] : []),
    line('  already known', count(written.known)),
    line(dryRun ? 'events to write' : 'events written', count(events)),
    ...notUsedWords(rejected, unmapped),
  ].join('\n');
}

/** What was done with tickets, for the terminal. */
export function ticketWords(result: TicketReplayResult, dryRun: boolean): string {
  const { hallId, source, encoding, rows, elsewhere, tickets, days, written, rejected, unmapped, seconds } = result;
  return [
    `${dryRun ? 'Dry run, nothing was written: tickets' : 'Tickets'} of “${source}” into hall ${hallId} (${encoding})`,
    line('rows read', count(rows)),
    ...(elsewhere > 0 ? [line('rows of other halls', count(elsewhere))] : []),
    line('tickets', `${count(tickets)} on ${count(days)} days`),
    line('  new', count(written.tickets)),
    line('  already known', count(written.known)),
    ...(dryRun
      ? []
      : [
          line('events written', count(written.events)),
          line(
            'took',
            `${seconds.writing.toFixed(1)} s to write, ${seconds.figures.toFixed(1)} s to count the figures`,
          ),
        ]),
    ...notUsedWords(rejected, unmapped),
  ].join('\n');
}

const notUsedWords = (rejected: ReplayResult['rejected'], unmapped: ReplayResult['unmapped']): string[] => [
  line('rows not used', count(rejected.count)),
  ...rejected.first.map(({ line: at, reason }) => `    line ${at}: ${reason}`),
  ...(rejected.count > rejected.first.length
    ? [`    … and ${count(rejected.count - rejected.first.length)} more`]
    : []),
  ...(rejected.count > 0 ? [rejectsWords(rejected)] : []),
  ...unmapped.slice(0, 10).map(([word, n]) => line('not in the mapping', `${word}, ${count(n)} rows`)),
];

const rejectsWords = ({ path, fault }: ReplayResult['rejected']): string =>
  fault === null ? `    all of them are in ${path}` : `    they could not be listed in ${path}: ${fault}`;

/** What the stored history comes to, for the terminal. */
export function reportWords(report: HistoryReport, source: string | null, hallId: string, timeZone: string): string {
  const { late, handOvers, withoutEnd, workingDays, firstNotResponsible } = report;
  const day = (at: number): string => new Intl.DateTimeFormat('sv', { timeZone }).format(at);
  const perCase = Object.entries(handOvers.perCase).map(([n, cases]) => `${n}: ${count(cases)}`);
  return [
    `Stored history of ${source === null ? 'all systems' : `“${source}”`} in hall ${hallId}`,
    line('cases', `${count(report.cases)}, ${count(report.steps)} steps`),
    line(
      'late',
      `${ofAll(late)} with end and deadline ended after it; ${count(late.onTheDay)} of them on its very day`,
    ),
    ...late.worst.map(
      ({ number, deadlineAt, endedAt, workingDaysLate, responsible }) =>
        `    ${number}: deadline ${day(deadlineAt)}, ended ${day(endedAt)}, ${workingDaysLate} working days, ${responsible ?? '—'}`,
    ),
    line(
      'without end',
      `${count(withoutEnd.n)} of ${count(withoutEnd.of)}; ${count(withoutEnd.pastDeadline)} past the deadline`,
    ),
    line(
      'hand-overs',
      `${count(handOvers.total)}; ${ofAll(handOvers.casesWith)} cases with one; median ${orNone(handOvers.median)}, most ${orNone(handOvers.most)}`,
    ),
    line('  per case', perCase.join(', ') || '—'),
    ...handOvers.pairs.map(({ from, to, n }) => `    ${from} → ${to}: ${count(n)}`),
    line('first receivers', `${ofAll(firstNotResponsible)} were not the responsible officer`),
    line(
      'working days',
      `median ${orNone(workingDays.median)}, p90 ${orNone(workingDays.p90)} (n ${count(workingDays.n)}, by this hall’s calendar)`,
    ),
  ].join('\n');
}
