import { z } from 'zod';
import { DECLARED_HEAD_STARTS } from '@shouwen/domain/queue/head-start';
import { slug } from '../catalogue/catalogue.schema.ts';
import { instant, outcome, outOfOrderReason, pauseReason } from '../views/common.schema.ts';
import { desk } from '../views/desk.schema.ts';
import { orderView, slip, ticketView } from '../views/ticket.schema.ts';
import { command, ofHall, ofWindow, read } from './define.ts';
import type { Access } from './operation.ts';

const KIOSK: Access = { who: 'device', kinds: ['kiosk'], roles: ['guide', 'supervisor', 'administrator'] };
const AT_WINDOW: Access = { who: 'staff', roles: ['clerk', 'guide', 'supervisor'] };
const PUBLIC: Access = { who: 'public' };

const ticketIdParam = z.string().regex(/^\d{4}-\d{2}-\d{2}\.[A-Z]{1,2}\d{3,6}$/);
/** Code on a slip: hall id, dot, 22 characters of base64url (128 bits). */
export const ticketCode = z.string().regex(/^[a-z0-9-]{1,41}\.[A-Za-z0-9_-]{22}$/);
const ofTicket = z.object({ code: ticketCode });
const declared = z.enum(DECLARED_HEAD_STARTS).nullable();

export const issueTicket = command({
  name: 'issueTicket',
  summary: 'Take a number (取号)',
  path: '/api/halls/:hallId/tickets',
  access: KIOSK,
  params: ofHall,
  body: z.object({ queueId: slug, matterId: slug.nullable(), headStart: declared }).strict(),
  reply: slip,
});
export const checkIn = command({
  name: 'checkIn',
  summary: 'Check in for an appointment (预约签到)',
  path: '/api/halls/:hallId/appointments/:appointmentId/check-in',
  access: KIOSK,
  params: ofHall.extend({ appointmentId: z.string().regex(/^\d{6}$/) }),
  body: z.object({ headStart: declared }).strict(),
  reply: slip,
});
export const bookAppointment = command({
  name: 'bookAppointment',
  summary: 'Book a slot (预约)',
  path: '/api/halls/:hallId/appointments',
  access: KIOSK,
  params: ofHall,
  body: z.object({ queueId: slug, matterId: slug.nullable(), slotAt: instant }).strict(),
  reply: z.object({ appointmentId: z.string(), slotAt: instant, queueId: slug }),
});
export const returnAtKiosk = command({
  name: 'returnAtKiosk',
  summary: 'Come back after a no-show, by number (过号返回)',
  path: '/api/halls/:hallId/tickets/:ticketId/return',
  access: KIOSK,
  params: ofHall.extend({ ticketId: ticketIdParam }),
  reply: ticketView,
});
export const viewTicket = read({
  name: 'viewTicket',
  summary: 'My ticket, by the code on the slip',
  path: '/api/t/:code',
  access: PUBLIC,
  params: ofTicket,
  reply: ticketView,
});
export const viewOrder = read({
  name: 'viewOrder',
  summary: 'Who is before me and why (为什么有人比我先)',
  path: '/api/t/:code/order',
  access: PUBLIC,
  params: ofTicket,
  reply: orderView,
});
export const cancelTicket = command({
  name: 'cancelTicket',
  summary: 'Give up my number (不办了)',
  path: '/api/t/:code/cancel',
  access: PUBLIC,
  params: ofTicket,
  reply: ticketView,
});
export const returnTicket = command({
  name: 'returnTicket',
  summary: 'Come back after a no-show (过号返回)',
  path: '/api/t/:code/return',
  access: PUBLIC,
  params: ofTicket,
  reply: ticketView,
});

export const viewDesk = read({
  name: 'viewDesk',
  summary: 'A window as its terminal shows it',
  path: '/api/halls/:hallId/windows/:windowId/desk',
  access: { who: 'staff', roles: ['clerk', 'guide', 'supervisor', 'administrator', 'director'] },
  params: ofWindow,
  reply: desk,
});

const atWindow = <B extends z.ZodType>(name: string, verb: string, summary: string, body: B) =>
  command({
    name,
    summary,
    path: `/api/halls/:hallId/windows/:windowId/${verb}`,
    access: AT_WINDOW,
    params: ofWindow,
    body,
    reply: desk,
  });
const none = z.object({}).strict();

export const openWindow = atWindow('openWindow', 'open', 'Sign in at a window (上岗)', none);
export const closeWindow = atWindow('closeWindow', 'close', 'Leave the window (下岗)', none);
export const pauseWindow = atWindow(
  'pauseWindow',
  'pause',
  'Pause with a reason (暂停)',
  z.object({ reason: pauseReason }).strict(),
);
export const resumeWindow = atWindow('resumeWindow', 'resume', 'Go on after a pause (恢复)', none);
export const callNext = atWindow('callNext', 'call-next', 'Call the next citizen (叫号)', none);
export const callChosen = atWindow(
  'callChosen',
  'call-chosen',
  'Call a chosen ticket out of order, with a reason (指定叫号)',
  z.object({ ticketId: ticketIdParam, reason: outOfOrderReason }).strict(),
);
export const recall = atWindow('recall', 'recall', 'Call again (重呼)', none);
export const startServing = atWindow('startServing', 'start', 'The citizen is at the window (开始)', none);
export const holdServing = atWindow('holdServing', 'hold', 'Put on hold (挂起)', none);
export const resumeServing = atWindow(
  'resumeServing',
  'resume-serving',
  'Go on with a held ticket (继续办理)',
  z.object({ ticketId: ticketIdParam }).strict(),
);
export const transferTicket = atWindow(
  'transferTicket',
  'transfer',
  'To another queue, same number and rank (转号)',
  z.object({ queueId: slug, matterId: slug.nullable() }).strict(),
);
export const putBack = atWindow('putBack', 'put-back', 'Back into its queue at its rank (退回)', none);
export const finishServing = atWindow(
  'finishServing',
  'finish',
  'Finish with an outcome (办结)',
  z.object({ outcome }).strict(),
);
export const undoFinish = atWindow('undoFinish', 'undo-finish', 'Undo a wrong finish within 10 s (撤销)', none);
export const markNoShow = atWindow('markNoShow', 'no-show', 'Nobody came (没来)', none);

export const QUEUE_OPERATIONS = [
  issueTicket,
  checkIn,
  bookAppointment,
  returnAtKiosk,
  viewTicket,
  viewOrder,
  cancelTicket,
  returnTicket,
  viewDesk,
  openWindow,
  closeWindow,
  pauseWindow,
  resumeWindow,
  callNext,
  callChosen,
  recall,
  startServing,
  holdServing,
  resumeServing,
  transferTicket,
  putBack,
  finishServing,
  undoFinish,
  markNoShow,
];
