import { type EvidenceFileType, evidenceFileKinds, evidenceFileTypes, fileWords } from '@fbs/core';

/** A piece of evidence as it is shown, whatever it belongs to. */
export type ShownPiece = {
  readonly id: string;
  readonly title: string;
  /** "Dana Whitfield, Nov. 1, 2022", where each piece keeps who added it. */
  readonly added?: string;
} & (
  | { readonly kind: 'link'; readonly url: string }
  | {
      readonly kind: 'file';
      /** Where it is saved from. */
      readonly address: string;
      readonly fileName: string;
      readonly fileType: EvidenceFileType;
      readonly size: number;
    }
);

/** "PDF, 2.4 MB"; of a link the site that it leads to. */
export const kindWords = (piece: ShownPiece): string => {
  if (piece.kind === 'file') return fileWords(piece);
  return URL.canParse(piece.url) ? new URL(piece.url).host : 'Link';
};

/** What the file chooser offers first; the server looks at what a file holds. */
export const chosenEndings = evidenceFileTypes.flatMap((type) => evidenceFileKinds[type].endings).join(',');
