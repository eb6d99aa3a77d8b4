import type { PaperLook } from './paper-look.ts';

export type ExportOptions = {
  /** Of the stored snapshot, in hex; null where there is none (a draft). */
  readonly sha256: string | null;
  /** The name of the product, for the document's properties and its last line. */
  readonly product: string;
  /** How the office wants its papers to look; plain where nothing is said. */
  readonly look?: PaperLook;
};
