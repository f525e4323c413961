import { jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DayFigures, StaffBoard } from '@shouwen/contracts/views/board.schema';
import { createI18n } from '@shouwen/ui/i18n/setup';
import { en } from '../i18n/en.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import type { DocketTrouble } from './docket-troubles.tsx';
import { FigureCards } from './figure-cards.tsx';
import type { OrderKept } from './order-kept.ts';

const NOTHING: DayFigures = {
  issued: 0,
  waiting: 0,
  answered: 0,
  withinPromise: 0,
  beyondPromise: 0,
  finished: 0,
  noShows: 0,
  cancelled: 0,
  overStandard: 0,
};

const onOpen = jest.fn();
const show = (figures: Partial<DayFigures>, order?: OrderKept, docket?: DocketTrouble) =>
  render(
    <FigureCards
      board={{ queues: [], windows: [] } as unknown as StaffBoard}
      catalogue={{} as PublicCatalogue}
      figures={{ ...NOTHING, ...figures }}
      now={0}
      onOpen={onOpen}
      order={order}
      docket={docket}
    />,
  );
const card = (name: string) => screen.getByRole('button', { name: new RegExp(name) });

beforeEach(() => {
  createI18n({ resources: { 'zh-CN': zhCN, en }, lng: 'zh-CN' });
  onOpen.mockClear();
});
afterEach(cleanup);

describe('the figures of the day', () => {
  it('are “—” in the morning, never 0 % or 100 %', () => {
    show({}, { kept: 0, calls: 0, others: [], seq: 0 });
    expect(card('按承诺等到的').textContent).toContain('—');
    expect(card('按次序叫号').textContent).toContain('—');
    expect(document.body.textContent).not.toContain('%');
  });

  it('carry their denominators', () => {
    show({ withinPromise: 213, beyondPromise: 20 }, { kept: 318, calls: 320, others: [], seq: 9 });
    expect(card('按承诺等到的').textContent).toContain('213 / 233');
    expect(card('按次序叫号').textContent).toMatch(/99\.4.*318 \/ 320/);
  });

  it('tell what is due today with its warnings, and lead to the docket', () => {
    show({}, undefined, { counts: { 'due-today': 14, yellow: 40, red: 20 }, total: 61, items: [] } as never);
    const link = screen.getByRole('link', { name: /今天到期的办件/ });
    expect(link.textContent).toMatch(/14.*40.*20/);
    expect(link.getAttribute('href')).toBe('/dashboard/docket?filter=due-today');
  });

  it('open what they count, each of them', () => {
    show({});
    for (const button of screen.getAllByRole('button')) fireEvent.click(button);
    expect(onOpen.mock.calls.map(([detail]) => detail)).toEqual([
      { figure: 'waiting' },
      { figure: 'beyond-promise' },
      { list: 'windows' },
      { figure: 'over-standard' },
      { figure: 'finished' },
      { figure: 'no-show' },
      { list: 'order' },
    ]);
  });
});
