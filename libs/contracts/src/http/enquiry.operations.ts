import { z } from 'zod';
import { slug, text } from '../catalogue/catalogue.schema.ts';
import { receipt } from '../views/progress.schema.ts';
import { answeredEnquiry, enquiryFigure } from '../views/petition.schema.ts';
import { command, ofHall, read } from './define.ts';
import { citizen, contactId, span, words } from './docket.operations.ts';
import type { Access } from './operation.ts';

const PUBLIC: Access = { who: 'public' };
const LOOKS: Access = { who: 'staff', roles: ['guide', 'supervisor', 'director', 'administrator', 'auditor'] };

export const askOnline = command({
  name: 'askOnline',
  summary: 'Ask a question (网上咨询): answered within one working day, on a page that number and code open',
  path: '/api/halls/:hallId/ask',
  access: PUBLIC,
  params: ofHall,
  body: z.object({ matterId: slug.nullable().default(null), words, citizen }).strict(),
  reply: receipt,
});
export const viewEnquiries = read({
  name: 'viewEnquiries',
  summary: 'Enquiries of a span by channel with their reply rate, and the latest that were answered in words',
  path: '/api/halls/:hallId/enquiries',
  access: LOOKS,
  params: ofHall,
  query: span,
  reply: z.object({ ...span.shape, figures: z.array(enquiryFigure), answered: z.array(answeredEnquiry) }),
});
export const publishFaq = command({
  name: 'publishFaq',
  summary: 'Put an answered enquiry among what is often asked (常见问题), found by the kiosk’s search',
  path: '/api/halls/:hallId/faqs',
  access: { who: 'staff', roles: ['supervisor', 'administrator'] },
  params: ofHall,
  body: z.object({ contactId, question: text, answer: text }).strict(),
  reply: z.object({ seq: z.number().int() }),
});

/** Enquiries (咨询): telephone, face to face and letters are registered at the desk; online ones come by themselves. */
export const ENQUIRY_OPERATIONS = [askOnline, viewEnquiries, publishFaq];
