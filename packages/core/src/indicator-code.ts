const lettersAndDigits = /^[A-Z0-9]{1,8}$/;

/** Why a code cannot be given to an indicator of an objective, in a sentence that says what to do; null where it can. */
export const findInCode = (code: string, objective: string, taken: readonly string[]): string | null => {
  const rest = code.startsWith(`${objective}-`) ? code.slice(objective.length + 1) : '';
  if (!lettersAndDigits.test(rest)) {
    return `Write the objective, a hyphen, and up to 8 capital letters or digits, for example ${suggestCode(objective, taken)}.`;
  }
  if (taken.includes(code)) return `There is an indicator ${code} already: choose another code.`;
  return null;
};

/** 0 is A, 25 is Z, 26 is AA: as spreadsheets name their columns. */
const letterOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letterOf(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** The code of a place among the indicators of an objective, from 0: 1.1-A, 1.1-B and so on. */
export const codeAt = (objective: string, index: number): string => `${objective}-${letterOf(index)}`;

/** The next free letter of an objective: behind 1.1-A to 1.1-D comes 1.1-E. A retired indicator keeps its letter. */
export const suggestCode = (objective: string, taken: readonly string[]): string => {
  let index = 0;
  while (taken.includes(codeAt(objective, index))) index += 1;
  return codeAt(objective, index);
};
