import type { WordsLike } from '@shouwen/ui/i18n/words';
import type { zhCN } from './zh-CN.docket-files.ts';

/** Words of the files on a case and of the papers that are printed, in English. */
export const en = {
  files: {
    hint: 'Press “Attach”, drop files on a line, or paste',
    add: 'Attach',
    addTo: 'Attach a file for “{{material}}”',
    drop: 'Drop it here',
    nth: '{{material}}, file {{n}}',
    plainNth: 'File {{n}}',
    open: 'Open',
    openNth: 'Open {{what}}',
    remove: 'Remove',
    removeNth: 'Remove {{what}}',
    removeAsk: 'Remove this file?',
    removeHint:
      'Its content and name are erased at once and cannot be brought back. That it was there, and who removed it, stays in the story.',
    removeYes: 'Remove',
    sent: '{{percent}}% sent',
    checking: 'Being checked',
    unnamed: 'File without a name',
    dismiss: 'All right',
    save: 'Save',
    close: 'Close',
    where_one: 'To which material does the file belong?',
    where_other: 'To which material do the {{count}} files belong?',
  },
  look: {
    ask: 'Why do you need to see it?',
    hint: 'What you look at and why stands in the story with your name.',
    show: 'Show name and telephone',
    hide: 'Mask',
    hides: 'Masked again after a minute.',
    noName: 'No name left',
    noTelephone: 'No telephone left',
  },
  paper: {
    choose: 'Which paper',
    papers: { a5: 'A5', a4: 'A4', roll: '80 mm roll' },
    close: 'Do not print',
    titles: {
      'first-contact': 'First-contact receipt',
      'referred-out': 'Where to go',
      received: 'Receipt of papers',
      supplement: 'Notice of what is missing',
      accepted: 'Notice of acceptance',
      'accepted-missing': 'Acceptance with papers to follow',
      suspended: 'Notice of a special procedure',
      refused: 'Decision not to accept',
      granted: 'Notice of decision',
      denied: 'Decision of refusal',
      ended: 'Notice about a case',
    },
    leads: {
      'first-contact': 'What you asked has been registered. The person named below answers for it to the end.',
      'referred-out': 'What you asked is not within the competence of this hall.',
      received:
        'Your papers have been received. Within {{days}} working days you will be told whether they are accepted; if you are not, they count as accepted from the day they were received.',
      supplement: 'The following is still missing. This is everything, told at once:',
      accepted: 'Your papers are complete and in due form. Your application was accepted on {{accepted}}.',
      'accepted-missing':
        'The main papers are complete. Your application was accepted on {{accepted}}; the following may be brought later:',
      suspended:
        'Your application has to go through a special procedure ({{procedure}}), expected to last until {{end}}. That time is not counted; the limit runs on afterwards.',
      refused: 'Your application is not accepted. Reason: {{ground}}.',
      granted: 'Your application has been decided: granted.',
      denied: 'After examination your application is refused. Facts and reasons:',
      ended: 'Where your application stands: {{state}}.',
    },
    deemed:
      'No notice was given within {{days}} working days: by law your application counts as accepted on {{accepted}}.',
    bringBy: 'Please bring it by {{day}}.',
    otherwise: 'What is not complete by then counts as withdrawn; you may apply again.',
    goTo: 'Please go to: {{name}}',
    at: 'Address: {{address}}',
    call: 'Telephone: {{telephone}}',
    promised: 'Decided by {{day}} at the latest.',
    counted_one:
      'Promised in {{count}} working day: the day of acceptance, weekends, holidays and special procedures do not count.',
    counted_other:
      'Promised in {{count}} working days: the day of acceptance, weekends, holidays and special procedures do not count.',
    legal: 'The legal limit ends on {{day}}.',
    appeal:
      'If you disagree with this decision, you may apply for administrative reconsideration within 60 days of receiving it, or go to court within six months of receiving it.',
    appealAt:
      'If you disagree with this decision, you may apply to {{reconsideration}} for administrative reconsideration within 60 days of receiving it, or go to {{court}} within six months of receiving it.',
    on: 'Date',
    answers: 'Who answers for it',
    received: 'First receiver',
    signOffice: 'For the office (signature):',
    signCitizen: 'Received by the applicant:',
    seal: '(seal of the office)   Date:',
  },
  lookReasons: {
    'contact-citizen': 'to reach the citizen',
    'check-identity': 'to check identity',
    deliver: 'to deliver the result',
    complaint: 'to deal with a complaint',
    audit: 'for an audit',
  },
  looked: { applicant: 'the applicant’s data', file: 'a file' },
} satisfies WordsLike<typeof zhCN>;
