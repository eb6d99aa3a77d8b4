import { evidenceFileKinds, evidenceFileTypes } from '@fbs/core';
import type { Piece } from './evidence-queries.ts';

/** "812 bytes", "24 kB", "2.4 MB", in the thousands that the limit counts in. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
};

/** "PDF, 2.4 MB"; of a link the site that it leads to. */
export const kindWords = (piece: Piece): string => {
  if (piece.kind === 'link') return piece.url !== null && URL.canParse(piece.url) ? new URL(piece.url).host : 'Link';
  const label = piece.fileType === null ? 'File' : evidenceFileKinds[piece.fileType].label;
  return piece.size === null ? label : `${label}, ${sizeWords(piece.size)}`;
};

/** What the file chooser offers first; the server looks at what a file holds. */
export const chosenEndings = evidenceFileTypes.flatMap((type) => evidenceFileKinds[type].endings).join(',');

export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
