import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { foremost } from './foremost.ts';

const item = (number: string, state: string, level: string | null) => ({ number, state, level }) as DocketItem;
const numbers = (items: DocketItem[]) => items.map(({ number }) => number);

describe('what of the docket a supervisor sees first', () => {
  it('is what nobody has taken over, then the gravest, then as it was', () => {
    const items = [
      item('1', 'deciding', 'yellow'),
      item('2', 'deciding', 'red'),
      item('3', 'offered', null),
      item('4', 'deciding', 'legal-red'),
      item('5', 'awaits-appointment', 'yellow'),
      item('6', 'deciding', 'red'),
    ];
    expect(numbers(foremost(items))).toEqual(['3', '5', '4', '2', '6', '1']);
  });

  it('is no more than can be acted on', () => {
    expect(foremost(Array.from({ length: 40 }, (_, n) => item(String(n), 'deciding', 'yellow')))).toHaveLength(6);
  });
});
