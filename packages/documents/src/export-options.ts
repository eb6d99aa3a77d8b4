import type { PaperLook } from './paper-look.ts';

/** What a part of a strategy is called in the file that it came from, and what else that file says of it. */
export type PartOrigin = {
  readonly kind: 'strategy' | 'goal' | 'objective' | 'indicator';
  readonly code: string;
  readonly identifier: string;
  readonly kept: string;
};

export type ExportOptions = {
  /** Of the stored snapshot, in hex; null where there is none (a draft). */
  readonly sha256: string | null;
  /** The name of the product, for the document's properties and its last line. */
  readonly product: string;
  /** How the office wants its papers to look; plain where nothing is said. */
  readonly look?: PaperLook;
  /** Of a plan: signed documents do not hold them. */
  readonly origins?: readonly PartOrigin[];
  /** Of a plan, likewise. */
  readonly mission?: string;
};
