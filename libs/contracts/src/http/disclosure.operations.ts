import { z } from 'zod';
import { slug } from '../catalogue/catalogue.schema.ts';
import { contactChannel, docketFile, docketItem } from '../views/docket.schema.ts';
import { receipt } from '../views/progress.schema.ts';
import { applicantKind, disclosureOutcome, disclosureRow } from '../views/petition.schema.ts';
import { command, ofHall, read } from './define.ts';
import { citizen, ofContact, WORKS, words } from './docket.operations.ts';
import type { Access } from './operation.ts';

const PUBLIC: Access = { who: 'public' };
const LOOKS: Access = { who: 'staff', roles: ['supervisor', 'director', 'administrator', 'auditor'] };

export const registerDisclosure = command({
  name: 'registerDisclosure',
  summary:
    'Receive a request for disclosure of government information (依申请公开); a number and a code for the applicant',
  path: '/api/halls/:hallId/disclosures',
  access: WORKS,
  params: ofHall,
  body: z
    .object({
      channel: contactChannel,
      applicant: applicantKind,
      departmentId: slug.nullable().default(null),
      words,
      citizen,
    })
    .strict(),
  reply: receipt,
});

export const requestDisclosure = command({
  name: 'requestDisclosure',
  summary: 'Request government information online (网上依申请公开): a number and a code to follow it',
  path: '/api/halls/:hallId/request-disclosure',
  access: PUBLIC,
  params: ofHall,
  body: z
    .object({
      applicant: applicantKind,
      departmentId: slug.nullable().default(null),
      words,
      /** The law asks who the applicant is and how they are reached (条例 art. 29): the reply is delivered to them. */
      citizen: z
        .object({ name: z.string().trim().min(1).max(60), telephone: z.string().trim().min(3).max(30) })
        .strict(),
    })
    .strict(),
  reply: receipt,
});

const year = z.coerce.number().int().min(2020).max(2060);
export const viewDisclosures = read({
  name: 'viewDisclosures',
  summary: 'Requests for disclosure of a year in the shape of the annual report’s third table, and those that are open',
  path: '/api/halls/:hallId/disclosures',
  access: LOOKS,
  params: ofHall,
  query: z.object({ year }),
  reply: z.object({ year: z.number().int(), rows: z.array(disclosureRow), items: z.array(docketItem) }),
});

const onDisclosure = <B extends z.ZodType>(name: string, verb: string, summary: string, body: B) =>
  command({
    name,
    summary,
    path: `/api/halls/:hallId/contacts/:contactId/${verb}`,
    access: WORKS,
    params: ofContact,
    body,
    reply: docketFile,
  });

export const askCorrection = onDisclosure(
  'askCorrection',
  'ask-correction',
  'What was asked for is not clear: one notice, within seven working days (补正)',
  z.object({ words }).strict(),
);
export const bringCorrection = onDisclosure(
  'bringCorrection',
  'bring-correction',
  'The applicant made it clear: the limit counts again from today',
  z.object({ words }).strict(),
);
export const answerDisclosure = onDisclosure(
  'answerDisclosure',
  'answer-disclosure',
  'Answer a request for disclosure with its outcome (答复)',
  z.object({ outcome: disclosureOutcome, words }).strict(),
);

/** Requests for disclosure (依申请公开). */
export const DISCLOSURE_OPERATIONS = [
  registerDisclosure,
  requestDisclosure,
  viewDisclosures,
  askCorrection,
  bringCorrection,
  answerDisclosure,
];
