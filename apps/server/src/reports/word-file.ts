import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Picture } from './chart-picture.ts';
import { type Block, type ChartBlock, EMPTY, type Report, sumsOf, type TableBlock, written } from './report-model.ts';

/** Type of official papers: headings 黑体, text 仿宋; both are on every Chinese office machine. */
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' };
const HEAD = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };
/** Width between the margins of an A4 page, twentieths of a point. */
const PAGE = 9_070;
const GREY = 'E7ECF2';
const PIXELS = 600;
/** A table of more columns is written smaller, so that no number is broken over two lines. */
const MOST_COLUMNS = 8;
/** A table of no more rows stays on one page; so many rows of a longer one stay together at its begin and its end. */
const SHORT = 8;
const FEWEST = 3;

/** A report as a Word file: real headings (so that it has an outline), tables whose heads repeat on every page, charts as pictures. */
export async function wordFile(report: Report, pictures: ReadonlyMap<ChartBlock, Picture>): Promise<Buffer> {
  const { title, hall, period, blocks, closing } = report;
  const document = new Document({
    title,
    subject: period,
    creator: hall,
    lastModifiedBy: hall,
    styles: {
      default: {
        document: { run: { font: BODY, size: 24, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
        title: {
          run: { font: HEAD, size: 40, bold: true },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 160 } },
        },
        heading1: {
          run: { font: HEAD, size: 30, bold: true },
          paragraph: { spacing: { before: 320, after: 140 }, keepNext: true },
        },
        heading2: {
          run: { font: HEAD, size: 24, bold: true },
          paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
        },
      },
      paragraphStyles: [
        {
          id: 'Period',
          name: '期间',
          basedOn: 'Normal',
          next: 'Normal',
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
        },
        {
          id: 'TableNote',
          name: '表注',
          basedOn: 'Normal',
          next: 'Normal',
          run: { size: 18, color: '555555' },
          paragraph: { spacing: { before: 60, after: 160 } },
        },
        {
          id: 'TableText',
          name: '表文',
          basedOn: 'Normal',
          run: { size: 20 },
          paragraph: { spacing: { before: 30, after: 30 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_418, bottom: 1_418, left: 1_418, right: 1_418 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    children: [`${hall}  第 `, PageNumber.CURRENT, ' 页 / 共 ', PageNumber.TOTAL_PAGES, ' 页'],
                    size: 18,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: `${hall} · ${period}`, style: 'Period' }),
          ...blocks.flatMap((block) => partsOf(block, pictures)),
          new Paragraph({ text: closing, style: 'TableNote' }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function partsOf(block: Block, pictures: ReadonlyMap<ChartBlock, Picture>): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })];
    case 'paragraph':
      return [new Paragraph({ text: block.text, indent: { firstLine: 480 }, spacing: { line: 360, after: 80 } })];
    case 'table':
      return [
        new Paragraph({ text: block.title, heading: HeadingLevel.HEADING_2 }),
        tableOf(block),
        new Paragraph({ text: block.note ?? '', style: 'TableNote' }),
      ];
    case 'chart':
      return chartOf(block, pictures.get(block));
  }
}

function chartOf({ title, labels, values, unit }: ChartBlock, picture: Picture | undefined): Paragraph[] {
  const heading = new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 });
  if (!picture) return [heading, new Paragraph({ text: EMPTY, style: 'TableText' })];
  const spoken = labels.map((label, at) => `${label} ${values[at] ?? EMPTY}`).join(';');
  return [
    heading,
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: { width: PIXELS, height: Math.round((PIXELS * picture.height) / picture.width) },
          altText: { name: title, title, description: `${title}(${unit}):${spoken}` },
        }),
      ],
    }),
  ];
}

function tableOf(block: TableBlock): Table {
  const { columns, rows } = block;
  const total = columns.reduce((sum, { width = 10 }) => sum + width, 0);
  const widths = columns.map(({ width = 10 }) => Math.round((PAGE * width) / total));
  const sums = sumsOf(block);
  const narrow = columns.length > MOST_COLUMNS;
  const cell = (value: string, at: number, kind: 'head' | 'text' | 'number', keepNext = false) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: narrow ? { left: 30, right: 30 } : { left: 80, right: 80 },
      ...(kind === 'head' && { shading: { type: ShadingType.CLEAR, fill: GREY, color: 'auto' } }),
      children: [
        new Paragraph({
          style: 'TableText',
          keepNext,
          alignment:
            kind === 'head' ? AlignmentType.CENTER : kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: value, bold: kind === 'head', ...(narrow && { size: 16 }) })],
        }),
      ],
    });
  return new Table({
    width: { size: PAGE, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, at) => cell(head, at, 'head', true)),
      }),
      ...rows.map(
        (row, n) =>
          new TableRow({
            cantSplit: true,
            children: row.map((one, at) =>
              cell(written(one), at, one.kind === 'text' ? 'text' : 'number', together(n, rows.length, sums !== null)),
            ),
          }),
      ),
      ...(rows.length === 0 ? [new TableRow({ children: columns.map((_, at) => cell(EMPTY, at, 'text')) })] : []),
      ...(sums
        ? [
            new TableRow({
              cantSplit: true,
              children: sums.map((sum, at) =>
                sum === null
                  ? cell(at === 0 ? '合计' : '', at, 'text')
                  : cell(written({ kind: 'count', value: sum }), at, 'number'),
              ),
            }),
          ]
        : []),
    ],
  });
}

/**
 * Whether a row stays on the page of the one after it: a short table is not broken, of a longer one neither the first rows nor the last stand
 * alone.
 */
const together = (row: number, rows: number, summed: boolean): boolean => {
  const last = summed ? rows : rows - 1;
  return row < last && (rows <= SHORT || row < FEWEST - 1 || row > last - FEWEST);
};
