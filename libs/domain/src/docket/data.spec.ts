import { TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';
import { fileFault, maxBytesOf, typeSaid, DEFAULT_FILES } from '../case/case-files.ts';
import type { DocketCommandOf } from './commands.ts';

const given = () => new TestDocket().clock('2026-11-24');
const scan = (caseId: string, more: Partial<DocketCommandOf<'attach-file'>> = {}): DocketCommandOf<'attach-file'> => ({
  type: 'attach-file',
  caseId,
  byId: 'li',
  fileId: 'f1',
  material: 'card',
  sha256: 'aa',
  size: 1_000,
  found: 'jpg',
  says: 'jpg',
  words: WORDS,
  ...more,
});

describe('what a file is', () => {
  it.each([
    ['身份证.JPG', 'jpg'],
    ['scan.jpeg', 'jpg'],
    ['a.b.pdf', 'pdf'],
    [' 申请表.ofd ', 'ofd'],
    ['photo.heif', 'heic'],
    ['photo.pdf.exe', 'other'],
    ['page.html', 'other'],
    ['drawing.svg', 'other'],
    ['macro.docm', 'other'],
    ['image', null],
    ['.', null],
  ])('%s says %s', (name, type) => {
    expect(typeSaid(name)).toBe(type);
  });

  it('its content decides and its name has to agree; the limit itself is still taken', () => {
    const most = maxBytesOf(DEFAULT_FILES);
    const judge = (size: number, found: 'pdf' | null, says: 'pdf' | 'jpg' | 'other' | null) =>
      fileFault({ size, found, says }, DEFAULT_FILES);
    expect(judge(0, null, null)).toBe('file-empty');
    expect(judge(most, 'pdf', 'pdf')).toBeNull();
    expect(judge(most + 1, 'pdf', 'pdf')).toBe('file-too-large');
    expect(judge(9, null, 'pdf')).toBe('file-type-refused');
    expect(judge(9, 'pdf', 'jpg')).toBe('file-type-mismatch');
    expect(judge(9, 'pdf', 'other')).toBe('file-type-mismatch');
    expect(judge(9, 'pdf', null)).toBeNull();
  });
});

describe('files on the checklist', () => {
  it('are attached to a material and taken off again; the record stays', () => {
    const hall = given();
    const id = hall.receive();
    hall.do(scan(id));
    expect(hall.file(id).files).toMatchObject([
      { id: 'f1', material: 'card', type: 'jpg', byId: 'li', removedAt: null },
    ]);
    hall.later(5).do({ type: 'remove-file', caseId: id, byId: 'li', fileId: 'f1' });
    expect(hall.file(id).files).toMatchObject([{ id: 'f1', removedAt: hall.context.now, removedById: 'li' }]);
    expect(hall.refused({ type: 'remove-file', caseId: id, byId: 'li', fileId: 'f1' })).toBe('file-removed');
    hall.do(scan(id, { fileId: 'f2' }));
  });

  it('are refused when empty, too large, of another kind, twice, too many, of no material, or not one’s own', () => {
    const hall = given();
    const id = hall.receive();
    hall.do(scan(id));
    const refused = (more: Partial<DocketCommandOf<'attach-file'>>) =>
      hall.refused(scan(id, { fileId: 'f2', sha256: 'bb', ...more }));
    expect(refused({ size: 0 })).toBe('file-empty');
    expect(refused({ size: 21 * 1_048_576 })).toBe('file-too-large');
    expect(refused({ found: null })).toBe('file-type-refused');
    expect(refused({ found: 'pdf' })).toBe('file-type-mismatch');
    expect(refused({ sha256: 'aa' })).toBe('file-twice');
    expect(refused({ material: 'passport' })).toBe('unknown-material');
    expect(refused({ byId: 'liu' })).toBe('not-yours');
    expect(refused({ caseId: 'QS-2026-00009-9' })).toBe('unknown-case');
    hall.catalogue = {
      ...hall.catalogue,
      hall: { ...hall.catalogue.hall, files: { maxMegabytes: 20, maxPerCase: 1 } },
    };
    expect(refused({})).toBe('too-many-files');
    hall.do({ type: 'remove-file', caseId: id, byId: 'li', fileId: 'f1' }).do(scan(id, { fileId: 'f2' }));
    hall.do({ type: 'withdraw-case', caseId: id, byId: 'li' });
    expect(refused({ fileId: 'f3' })).toBe('case-ended');
    expect(hall.refused({ type: 'remove-file', caseId: id, byId: 'li', fileId: 'f2' })).toBe('case-ended');
  });

  it('are kept by who answers, who acts for them, the head and the supervisor', () => {
    const hall = given();
    const id = hall.receive('permit', 'li');
    for (const [index, byId] of ['li', 'hou', 'song', 'shen'].entries())
      hall.do(scan(id, { byId, fileId: `f${index}`, sha256: `${index}` }));
    expect(hall.refused(scan(id, { byId: 'yang', sha256: 'x' }))).toBe('not-yours');
    hall.onLeave({ staffId: 'li', from: '2026-11-24', until: '2026-11-25' });
    hall.do(scan(id, { byId: 'yang', fileId: 'f9', sha256: 'x' }));
  });
});

describe('looking at what is masked', () => {
  const look = (contactId: string, byId: string, fileId: string | null = null) =>
    ({ type: 'look', contactId, byId, fileId, reason: 'check-identity' }) as const;

  it('is an event with the person and the reason, and changes nothing', () => {
    const hall = given();
    const id = hall.receive();
    const { id: contactId } = hall.contactOf(id);
    const before = JSON.stringify(hall.docket);
    hall.do(look(contactId, 'li'));
    expect(hall.events.at(-1)).toMatchObject({
      kind: 'data-looked-at',
      data: { contactId, byId: 'li', fileId: null, reason: 'check-identity' },
    });
    expect(JSON.stringify(hall.docket)).toBe(before);
  });

  it('is for who answers, who acts for them, heads, leaders and auditors; the first receiver sees who it is, not the papers', () => {
    const hall = given();
    hall.catalogue = {
      ...hall.catalogue,
      staff: { ...hall.catalogue.staff, fang: { id: 'fang', role: 'auditor', departmentId: null, standInId: null } },
    };
    const id = hall.receive('permit', 'li');
    hall.do(scan(id));
    const { id: contactId } = hall.contactOf(id);
    hall.do({ type: 'hand-over', contactId, byId: 'li', toId: 'liu', words: null });
    hall.do({ type: 'acknowledge', contactId, byId: 'liu' });
    const may = (byId: string, fileId: string | null) => hall.refused(look(contactId, byId, fileId)) === 'done';
    const table = ['liu', 'ma', 'li', 'song', 'shen', 'fang', 'yang', 'xu', 'nobody'].map((byId) => [
      byId,
      may(byId, null),
      may(byId, 'f1'),
    ]);
    expect(table).toEqual([
      ['liu', true, true],
      ['ma', true, true],
      ['li', true, false],
      ['song', true, true],
      ['shen', true, true],
      ['fang', true, true],
      ['yang', false, false],
      ['xu', false, false],
      ['nobody', false, false],
    ]);
  });

  it('finds no file of another case, and none that was taken off', () => {
    const hall = given();
    const [id, other] = [hall.receive(), hall.receive()];
    hall.do(scan(id)).do(scan(other, { fileId: 'f2' }));
    const { id: contactId } = hall.contactOf(id);
    expect(hall.refused(look(contactId, 'li', 'f2'))).toBe('unknown-file');
    hall.do({ type: 'remove-file', caseId: id, byId: 'li', fileId: 'f1' });
    expect(hall.refused(look(contactId, 'li', 'f1'))).toBe('file-removed');
    expect(hall.refused(look('QS-F-2026-00009-9', 'li'))).toBe('unknown-contact');
  });
});
