import type { startRepairs } from './fit-repairs.ts';

const longestCode = 80;

export type FitCode = { readonly code: string; readonly isNumbered: boolean; readonly was: string | null };

type CodeRules = {
  readonly what: string;
  /** The code that a text stands for by our rules; null: none. */
  readonly fits: (text: string) => string | null;
  /** The code of a place in the list, from 0. */
  readonly at: (index: number) => string;
};

/** Hands out the codes that are free, in their order; what was handed out once is not looked at again. */
export const freeCodes = (taken: ReadonlySet<string>, at: (index: number) => string) => {
  let index = 0;
  return (): string => {
    while (taken.has(at(index))) index += 1;
    return at(index);
  };
};

/** The codes of a list, each by our rules and once; what stood in the file stays with the part. */
export const fitCodes = (
  work: Pick<ReturnType<typeof startRepairs>, 'count' | 'say'>,
  said: readonly (string | null)[],
  { what, fits, at }: CodeRules,
): FitCode[] => {
  const taken = new Set<string>();
  const next = freeCodes(taken, at);
  const wished = said.map((each) => {
    const code = fits(each?.trim() ?? '');
    if (code === null || taken.has(code)) return null;
    taken.add(code);
    return code;
  });
  return said.map((each, index) => {
    const given = each?.trim() ?? '';
    const code = wished[index] ?? next();
    taken.add(code);
    if (given === '') work.count('code');
    else if (given !== code) work.say(`The ${what} "${given.slice(0, longestCode)}" has the code ${code} here.`);
    return {
      code,
      isNumbered: wished[index] === null,
      was: given === '' || given === code ? null : `Code in the file: ${given}`,
    };
  });
};

export const numberIn = (text: string): string | null => {
  const numbers = text.match(/\d+/g) ?? [];
  const last = numbers.at(-1) ?? '';
  return /^[1-9]\d?$/.test(last) ? last : null;
};
