import type { ContactChannel, FirstContact } from '../first-contact/first-contact.ts';

/** How enquiries (咨询) are counted: 电话、现场、网络、来信. */
export const ENQUIRY_CHANNELS = ['telephone', 'face-to-face', 'online', 'letter'] as const;
export type EnquiryChannel = (typeof ENQUIRY_CHANNELS)[number];

export const enquiryChannelOf = (channel: ContactChannel): EnquiryChannel =>
  channel === 'window' || channel === 'desk' ? 'face-to-face' : channel;

export interface EnquiryFigure {
  channel: EnquiryChannel;
  received: number;
  answered: number;
  /** Answered after the day promised, or still open beyond it. */
  late: number;
  /** Reply rate (回复率); `null` when nothing was asked. */
  rate: number | null;
}

/** An enquiry as far as it is counted, or so many alike. */
export type CountedEnquiry = Pick<FirstContact, 'channel' | 'settled' | 'late' | 'toldAt' | 'fired'> & {
  count?: number;
};

const sum = (all: readonly CountedEnquiry[]): number => all.reduce((total, { count = 1 }) => total + count, 0);

/** Enquiries of a span by channel. Those taken back (an undone finish) are no enquiries. */
export function enquiryFigures(contacts: readonly CountedEnquiry[]): EnquiryFigure[] {
  const asked = contacts.filter(({ settled }) => settled?.how !== 'void');
  return ENQUIRY_CHANNELS.map((channel) => {
    const mine = asked.filter((contact) => enquiryChannelOf(contact.channel) === channel);
    const received = sum(mine);
    const answered = sum(mine.filter(({ settled }) => settled !== null));
    const late = sum(
      mine.filter(({ late: told, toldAt, fired }) => (toldAt === null ? fired['feedback-late'] !== undefined : told)),
    );
    return {
      channel,
      received,
      answered,
      late,
      rate: received === 0 ? null : answered / received,
    };
  });
}
