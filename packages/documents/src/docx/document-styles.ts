import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';
import { palette } from '../palette.ts';

export const fontName = 'Public Sans';
/** Public Sans has no arrows or signs; Windows and Office for Mac know this one, others substitute. */
export const symbolFont = 'Segoe UI Symbol';

/** Letter paper, in twips (twentieths of a point). */
export const page = { width: 12_240, height: 15_840, margin: 1_296, textWidth: 9_648 } as const;

/** Said in full: without its rule a line height is read as exact by some readers, and pictures are cut to one line. */
const spaced = (before: number, after: number, line = 288) => ({ before, after, line, lineRule: LineRuleType.AUTO });

const soft = { color: palette.inkSoft };

/** A bar at the left; the other sides, in the colour of the ground, give the words room. */
const washBorder = (bar: string, ground: string) => {
  const side = { style: 'single', size: 4, color: ground, space: 5 } as const;
  return { left: { style: 'single', size: 24, color: bar, space: 8 }, top: side, bottom: side, right: side } as const;
};

const paragraphStyle = (
  id: string,
  name: string,
  options: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...options });

const textStyles: IParagraphStyleOptions[] = [
  paragraphStyle('Overline', 'Overline', {
    run: { size: 22, bold: true, ...soft },
    paragraph: { spacing: spaced(0, 20, 276) },
  }),
  paragraphStyle('Cover', 'Cover', {
    run: { size: 22, bold: true, ...soft },
    paragraph: {
      border: { top: { style: 'single', size: 48, color: palette.accent, space: 18 } },
      spacing: spaced(1_500, 20, 276),
    },
  }),
  paragraphStyle('Subtitle', 'Subtitle', {
    run: { size: 32, color: palette.inkSoft },
    paragraph: { spacing: spaced(0, 480, 276) },
  }),
  paragraphStyle('CoverText', 'Cover Text', { paragraph: { spacing: spaced(0, 320) } }),
  paragraphStyle('Fact', 'Fact', {
    paragraph: {
      indent: { left: 2_160, hanging: 2_160 },
      leftTabStop: 2_160,
      spacing: spaced(0, 80, 264),
    },
  }),
  paragraphStyle('Statement', 'Statement', {
    run: { size: 23, color: palette.inkSoft },
    paragraph: { spacing: spaced(0, 160, 288), keepNext: true, keepLines: true },
  }),
  paragraphStyle('Quote', 'Quote', {
    run: { size: 24, italics: true, color: palette.accentDark },
    paragraph: {
      border: { left: { style: 'single', size: 24, color: palette.accent, space: 12 } },
      indent: { left: 280 },
      spacing: spaced(120, 100, 300),
      keepNext: true,
      keepLines: true,
    },
  }),
  paragraphStyle('QuoteSource', 'Quote Source', {
    run: { size: 18, ...soft },
    paragraph: { indent: { left: 280 }, spacing: spaced(0, 200) },
  }),
  paragraphStyle('Verdict', 'Verdict', {
    run: { size: 25, bold: true, color: palette.accentDark },
    paragraph: { spacing: spaced(0, 40), keepNext: true },
  }),
  paragraphStyle('Note', 'Note', {
    run: { size: 18, ...soft },
    paragraph: { spacing: spaced(80, 100, 264) },
  }),
  paragraphStyle('LeadIn', 'Lead In', { paragraph: { spacing: spaced(0, 60), keepNext: true } }),
  paragraphStyle('Bullet', 'Bullet', { paragraph: { spacing: spaced(0, 50) } }),
  paragraphStyle('LastBullet', 'Last Bullet', { paragraph: { spacing: spaced(0, 140) } }),
  { ...paragraphStyle('NoteKept', 'Note Kept', { paragraph: { keepNext: true } }), basedOn: 'Note' },
  paragraphStyle('Notice', 'Notice', {
    paragraph: {
      shading: { type: 'clear', fill: palette.noticeWash, color: 'auto' },
      border: washBorder('E5A000', palette.noticeWash),
      indent: { left: 200, right: 160 },
      spacing: spaced(240, 160),
      keepLines: true,
    },
  }),
  paragraphStyle('DraftNotice', 'Draft Notice', {
    run: { color: palette.alarm },
    paragraph: {
      shading: { type: 'clear', fill: palette.alarmWash, color: 'auto' },
      border: washBorder(palette.alarm, palette.alarmWash),
      indent: { left: 200, right: 160 },
      spacing: spaced(0, 360),
      keepLines: true,
    },
  }),
];

const tableStyles: IParagraphStyleOptions[] = [
  paragraphStyle('TableText', 'Table Text', {
    run: { size: 18 },
    paragraph: { spacing: spaced(0, 30, 252) },
  }),
  paragraphStyle('TableSmall', 'Table Small', {
    run: { size: 16, ...soft },
    paragraph: { spacing: spaced(0, 30, 240) },
  }),
  paragraphStyle('TableHead', 'Table Head', {
    run: { size: 16, bold: true, ...soft },
    paragraph: { spacing: spaced(0, 0, 228), keepNext: true },
  }),
  paragraphStyle('Figure', 'Figure', { paragraph: { spacing: spaced(40, 240, 240) } }),
  paragraphStyle('RunningHead', 'Running Head', {
    run: { size: 16, ...soft },
    paragraph: { rightTabStop: page.textWidth, spacing: spaced(0, 0, 228) },
  }),
  paragraphStyle('ContentsHeading', 'Contents Heading', {
    run: { size: 36, bold: true, color: palette.accentDark },
    paragraph: { spacing: spaced(0, 200), keepNext: true },
  }),
  paragraphStyle('TOC1', 'toc 1', {
    run: { size: 21, bold: true },
    paragraph: { spacing: spaced(110, 20), rightTabStop: page.textWidth },
  }),
  paragraphStyle('TOC2', 'toc 2', {
    run: { size: 20 },
    paragraph: { indent: { left: 280 }, spacing: spaced(0, 20), rightTabStop: page.textWidth },
  }),
];

const heading = (size: number, before: number, after: number, color: string, font: string) => ({
  run: { size, bold: true, color, font },
  paragraph: { spacing: { before, after, line: 264 }, keepNext: true, keepLines: true },
});

export const documentStyles = (font: string): IStylesOptions => ({
  default: {
    document: {
      run: {
        font,
        size: 21,
        color: palette.ink,
        language: { value: 'en-US', eastAsia: 'en-US', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: spaced(0, 140, 288) },
    },
    title: {
      run: { size: 60, bold: true, color: palette.accentDark, font },
      paragraph: { spacing: spaced(120, 60, 252) },
    },
    heading1: heading(36, 480, 140, palette.accentDark, font),
    heading2: heading(27, 480, 100, palette.accentDark, font),
    heading3: heading(22, 300, 80, palette.ink, font),
    heading4: heading(21, 200, 60, palette.inkSoft, font),
    caption: {
      run: { size: 18, bold: true, italics: false, color: palette.ink },
      paragraph: { spacing: spaced(240, 80, 252), keepNext: true, keepLines: true },
    },
    hyperlink: { run: { color: palette.accent, underline: { type: 'single', color: palette.accent } } },
  },
  paragraphStyles: [...textStyles, ...tableStyles],
});

const bulletLevel = (left: number, font: string) =>
  [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { run: { font }, paragraph: { indent: { left, hanging: 220 } } },
    },
  ] as const;

const numberLevel = [
  {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: '%1.',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360, hanging: 280 } } },
  },
] as const;

export const documentNumbering = (font: string) => ({
  config: [
    { reference: 'bullets', levels: bulletLevel(360, font) },
    { reference: 'numbers', levels: numberLevel },
    { reference: 'cell-bullets', levels: bulletLevel(220, font) },
  ],
});
