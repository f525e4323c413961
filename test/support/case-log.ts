/** How the log below stands to ours. */
export const MAPPING = {
  source: 'old-hall',
  columns: {
    case: '件号',
    step: '步骤',
    time: '时间',
    officer: '经办',
    responsible: '负责',
    deadline: '期限',
    matter: '事项',
  },
  time: { formats: ['yyyy/M/d H:mm', 'yyyy/M/d'] },
  steps: { received: ['收件'], accepted: ['受理'], decided: ['办结'] },
  matters: { 许可: 'permit' },
};
export const HEAD = '件号,申请人,步骤,时间,经办,负责,期限,事项\n';
/** Invented: one case that is decided late, one that is open and handed on. */
export const LOG = `${HEAD}G-1,张三,收件,2026/3/2 9:00,res-01,res-02,2026/3/6,许可
G-1,张三,受理,2026/3/3 10:00,res-02,res-02,2026/3/6,许可
G-2,李四,收件,2026/3/4 9:30,res-01,res-01,2026/3/11,其他
G-1,张三,办结,2026/3/9 16:00,res-02,res-02,2026/3/6,许可
`;

/** GB2312 and Unicode agree on nothing: the table is made by reading every two bytes. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, Buffer>();
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++)
      bytes.set(decoder.decode(Buffer.from([high, low])), Buffer.from([high, low]));
  }
  return Buffer.concat([...text].map((character) => bytes.get(character) ?? Buffer.from(character, 'ascii')));
}

/** The same log as XES: what belongs to the case goes to the trace. */
export function toXes(csv: string): string {
  const [head, ...lines] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const value = (key: string, text: string) => `<string key="${key}" value="${text}"/>`;
  const of = (cells: string[], wanted: (key: string) => boolean) =>
    head!.map((key, n) => (wanted(key) ? value(key, cells[n]!) : '')).join('');
  const isStep = (key: string) => ['步骤', '时间', '经办'].includes(key);
  const numbers = [...new Set(lines.map(([number]) => number!))];
  const traces = numbers.map((number) => {
    const own = lines.filter(([one]) => one === number);
    const events = own.map((cells) => `<event>${of(cells, isStep)}</event>`).join('');
    return `<trace>${of(own[0]!, (key) => !isStep(key))}${events}</trace>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><log>${traces.join('\n')}</log>`;
}
