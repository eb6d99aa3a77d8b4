import type { ShownPiece } from './evidence-words.ts';

/** How evidence is added and removed where it stands; each rejects with the server's refusal. */
export type EvidenceWays = {
  /** How large a file may be, in megabytes. */
  readonly sizeLimit: number;
  readonly addLink: (link: { readonly title: string; readonly url: string }) => Promise<void>;
  /** `onSent` hears how much of the file has left, from 0 to 1. */
  readonly addFile: (file: File, title: string, onSent: (share: number) => void) => Promise<void>;
  readonly remove: (piece: ShownPiece) => Promise<void>;
};

/** A file travels as a form, its title before it. */
export const fileForm = (file: File, title: string): FormData => {
  const form = new FormData();
  if (title !== '') form.append('title', title);
  form.append('file', file);
  return form;
};
