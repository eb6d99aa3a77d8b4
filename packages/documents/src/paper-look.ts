/** The sign of an office, as it stands at the head of its papers. */
export type Seal = {
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Base64. */
  readonly data: string;
  /** What it shows, for whoever does not see it. */
  readonly description: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};

/** What an office decides about the look of its papers; never about what stands in them. */
export type PaperLook = {
  /** Below the title; lines stay lines. Empty: nothing. */
  readonly coverText: string;
  /** The font of Word files, by the name that Word knows; null: Public Sans, which travels with the file. */
  readonly wordFont: string | null;
  readonly seal: Seal | null;
};

export const plainLook: PaperLook = { coverText: '', wordFont: null, seal: null };

/** As high as it stands on the paper, in inches, unless it would be too wide then. */
const sealHeight = 0.9;
const widestSeal = 3;

/** How large a seal stands on the paper, in inches. */
export const sealSize = ({ width, height }: Pick<Seal, 'width' | 'height'>) => {
  const scale = Math.min(sealHeight / height, widestSeal / width);
  return { width: width * scale, height: height * scale };
};
