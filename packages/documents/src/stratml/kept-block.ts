const heading = 'Words of the file that it came from:';
const nothing = `${heading} none`;

/** The words that a part's own file said of it, set under what we say: read back, they are the same again. */
export const withKept = (text: string, kept: string): string =>
  [...(text === '' ? [] : [text]), ...(kept === '' ? [nothing] : [heading, kept])].join('\n');

/** Our own words, and those of the file that a part came from; null: none are set under them. */
export const splitKept = (text: string): { readonly text: string; readonly kept: string | null } => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line === heading || line === nothing);
  if (at < 0) return { text, kept: null };
  return {
    text: lines.slice(0, at).join('\n'),
    kept: lines
      .slice(at + 1)
      .join('\n')
      .trim(),
  };
};
