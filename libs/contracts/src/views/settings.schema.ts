import '../no-eval.ts';
import { z } from 'zod';
import { DEADLINES } from '@shouwen/domain/case/moved';
import { STANDARD_FINDINGS } from '@shouwen/domain/handling/propose-standard';
import { CATALOGUE_KINDS, day, leaveSchema, type CatalogueKind } from '../catalogue/catalogue.schema.ts';
import { instant } from './common.schema.ts';
import { officer } from './docket.schema.ts';

/** A case whose deadlines a change of the calendar would move, and who answers for it. */
export const movedCase = z.object({
  caseId: z.string(),
  contactId: z.string(),
  matterId: z.string(),
  answerable: officer,
  moves: z.array(z.object({ deadline: z.enum(DEADLINES), from: instant, to: instant })),
});
export type MovedCase = z.infer<typeof movedCase>;

/** What a change of the calendar would do to the open cases of a hall: all are counted, the first to fall due are named. */
export const calendarPreview = z.object({
  open: z.number().int(),
  /** Cases of which some deadline moves. */
  moved: z.number().int(),
  /** Cases whose provisional day becomes certain without moving. */
  confirmed: z.number().int(),
  /** Cases of which only the morning of a warning moves. */
  warnings: z.number().int(),
  /** At most 200, what falls due first stands first. */
  cases: z.array(movedCase),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;

/** Who is away and how much each person answers for. Why somebody is away is nobody's business here. */
export const roster = z.object({
  day,
  /** The catalogue that this was read from: what a change is based on. */
  catalogueSeq: z.number().int(),
  leaves: z.array(leaveSchema),
  /** Open matters by the person who answers for them. */
  open: z.record(z.string(), z.number().int()),
});
export type Roster = z.infer<typeof roster>;

/** Stretches of days on which another person would act for somebody, with what is open now. */
export const rosterPreview = z.array(
  z.object({
    staffId: z.string(),
    from: day,
    until: day,
    beforeId: z.string().nullable(),
    actsId: z.string().nullable(),
    open: z.number().int(),
  }),
);
export type RosterPreview = z.infer<typeof rosterPreview>;

/** How long a matter really takes at the window, beside its standard. */
export const standardRecord = z.object({
  matterId: z.string(),
  standardSeconds: z.number().int(),
  servings: z.number().int(),
  /** Servings that took longer than the standard. */
  over: z.number().int(),
  medianMs: z.number().int().nullable(),
  p80Ms: z.number().int().nullable(),
  finding: z.enum(STANDARD_FINDINGS).nullable(),
  proposedSeconds: z.number().int().nullable(),
  openCases: z.number().int(),
});
export type StandardRecord = z.infer<typeof standardRecord>;

export const standards = z.object({
  from: day,
  until: day,
  catalogueSeq: z.number().int(),
  matters: z.array(standardRecord),
});
export type Standards = z.infer<typeof standards>;

/** Changes of the catalogue that were saved together, and what each item was before. */
export const savedChange = z.object({
  seq: z.number().int(),
  at: instant,
  actor: z.string(),
  items: z.array(
    z.object({
      kind: z.enum(Object.keys(CATALOGUE_KINDS) as [CatalogueKind, ...CatalogueKind[]]),
      id: z.string(),
      item: z.record(z.string(), z.unknown()).nullable(),
      /** `null`: it was not there. */
      before: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  /** Nothing of it has been changed since: saving what was before takes it back. */
  undoable: z.boolean(),
});
export type SavedChange = z.infer<typeof savedChange>;
export const savedChanges = z.object({ catalogueSeq: z.number().int(), changes: z.array(savedChange) });
export type SavedChanges = z.infer<typeof savedChanges>;
