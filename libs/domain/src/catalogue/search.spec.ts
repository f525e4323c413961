import { searchMatters } from './search.ts';

const matters = [
  { id: 'ethnic', words: ['民族成份变更', 'Correction of ethnic group', 'mzcfbg', 'minzuchengfenbiangeng', '改民族'] },
  { id: 'school', words: ['民办学校设立审批', 'Private school', 'mbxxslsp', 'minbanxuexiaoshelishenpi'] },
];

describe('search of matters', () => {
  it('finds by pinyin initials, full pinyin, Chinese, alias and English', () => {
    for (const query of ['mzcf', 'MZCF', 'minzu', '民族', '改民族', 'ethnic', ' Correction of ']) {
      expect(searchMatters(query, matters)[0]).toBe('ethnic');
    }
  });

  it('puts a whole or leading match before one inside, and finds nothing for nothing', () => {
    expect(searchMatters('m', matters)).toEqual(['ethnic', 'school']);
    expect(searchMatters('学校', matters)).toEqual(['school']);
    expect(searchMatters('  ', matters)).toEqual([]);
    expect(searchMatters('护照', matters)).toEqual([]);
  });
});
