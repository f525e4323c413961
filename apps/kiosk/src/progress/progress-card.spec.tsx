import { render, screen } from '@testing-library/react';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Progress } from '@shouwen/contracts/views/progress.schema';
import { createI18n } from '@shouwen/ui/i18n/setup';
import { zhCN } from '../i18n/zh-CN.ts';
import { en } from '../i18n/en.ts';
import { ProgressCard } from './progress-card.tsx';

createI18n({ resources: { 'zh-CN': zhCN, en }, lng: 'zh-CN' });

const officer = (name: string) => ({
  id: name,
  name,
  latinName: name,
  post: { zh: '窗口', en: 'Window' },
  telephone: '0000-12345678',
});
const catalogue = { hall: { timeZone: 'Asia/Shanghai' }, matters: [], queues: [] } as unknown as PublicCatalogue;
const progress: Progress = {
  number: 'QS-2026-00001-8',
  isCase: true,
  matterId: null,
  state: 'deciding',
  petition: null,
  receivedAt: 0,
  firstReceiver: officer('徐丹'),
  answerable: officer('李青'),
  offered: false,
  limits: {
    acceptedDay: '2026-11-24',
    how: 'complete',
    guideVersion: 3,
    promisedDays: 5,
    legalDays: 20,
    promisedLastDay: '2026-12-01',
    legalLastDay: '2026-12-22',
    provisional: false,
    usedDays: 1,
    leftDays: 4,
    today: '2026-11-25',
    band: [{ part: 'running', from: '2026-11-25', until: '2026-11-25', days: 1, kind: null }],
    marks: { today: 1, promised: 5, legal: 20 },
    expected: null,
  },
  missing: [],
  missingBy: null,
  feedbackBy: null,
  result: null,
  ground: null,
  settled: null,
  broken: false,
  breachReason: null,
  words: [],
  steps: [],
  complaintTelephone: '0000-87654321',
};

describe('where my matter stands', () => {
  it('says by when it is done, who has it, who tells me, and where to complain', () => {
    render(<ProgressCard progress={progress} catalogue={catalogue} />);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(/12\D+1\D+日/);
    expect(screen.getByText('李青')).toBeTruthy();
    expect(screen.getByText(/徐丹/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /0000-87654321/ }).getAttribute('href')).toBe('tel:0000-87654321');
  });

  it('says what is missing, by when, and what happens otherwise', () => {
    const missing = [{ zh: '父亲户口页', en: 'Father’s household page' }];
    render(
      <ProgressCard
        progress={{ ...progress, state: 'supplement-asked', missing, missingBy: '2026-12-15' }}
        catalogue={catalogue}
      />,
    );
    expect(screen.getByText('父亲户口页')).toBeTruthy();
    expect(screen.getByText(/12\D+15\D+日/)).toBeTruthy();
    expect(screen.getByText(zhCN.progress.otherwise)).toBeTruthy();
  });

  it('says why it was not accepted, where to go instead, and how to appeal', () => {
    const office = { name: '县住建局', address: '建设路 8 号', telephone: '0000-7654321' };
    const words = [{ at: 1, kind: 'case-refused', words: null, office }];
    render(
      <ProgressCard
        progress={{ ...progress, state: 'refused', ground: 'not-competent', limits: null, words }}
        catalogue={catalogue}
      />,
    );
    expect(screen.getByText(zhCN.progress.grounds['not-competent'])).toBeTruthy();
    expect(screen.getByText(/县住建局/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /0000-7654321/ }).getAttribute('href')).toBe('tel:0000-7654321');
    expect(screen.getByText(zhCN.progress.appeal)).toBeTruthy();
  });

  it('says plainly that a promise was broken, and why', () => {
    render(<ProgressCard progress={{ ...progress, broken: true, breachReason: 'workload' }} catalogue={catalogue} />);
    expect(screen.getByText(zhCN.progress.broken)).toBeTruthy();
    expect(screen.getByText(/件多人少/)).toBeTruthy();
  });
});
