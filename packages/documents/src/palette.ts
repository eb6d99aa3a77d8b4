import type { Rating } from '@fbs/core';

/** The product's colours for paper, as hex without "#"; all text colours have at least 4.5:1 on white. */
export const palette = {
  ink: '1B1B1B',
  inkSoft: '4A5058',
  inkFaint: '565C65',
  accent: '005EA2',
  accentDark: '162E51',
  accentWash: 'EFF6FB',
  accentPale: '97BBD8',
  line: 'DFE1E2',
  lineStrong: 'A9AEB1',
  alarm: 'B50909',
  alarmWash: 'FBE9E3',
  noticeWash: 'FDF3D6',
} as const;

export const ratingColors: Readonly<Record<Rating, string>> = {
  above_target: '00687D',
  on_target: '2378C3',
  improved_target_not_met: '936F00',
  below_target: 'B50909',
  not_rated: palette.inkFaint,
};
