/** Papers that a window's printer may hold: a page, or the roll of a receipt printer. */
export const PAPERS = ['a5', 'a4', 'roll'] as const;
export type Paper = (typeof PAPERS)[number];

const KEY = 'shouwen.paper';

/** The paper chosen last on this machine; A5 at first. */
export function paperOfThisMachine(): Paper {
  try {
    return PAPERS.find((paper) => paper === localStorage.getItem(KEY)) ?? 'a5';
  } catch {
    return 'a5';
  }
}

export function rememberPaper(paper: Paper): void {
  try {
    localStorage.setItem(KEY, paper);
  } catch {
    // A full or forbidden storage costs only the memory of it.
  }
}

/** Millimetres in a CSS pixel. */
const MM = 25.4 / 96;

/** The page rule for a paper. A roll is cut where the content ends: its height, in CSS pixels, is measured. */
export function pageRule(paper: Paper, contentHeight: number): string {
  if (paper === 'a5') return '@page { size: A5; margin: 11mm 12mm; }';
  if (paper === 'a4') return '@page { size: A4; margin: 22mm 24mm; }';
  return `@page { size: 80mm ${Math.ceil(contentHeight * MM) + 8}mm; margin: 3mm 4mm; }`;
}
