/** "FY 2021" stays together. */
const joined = (text: string): string => text.replace(/\b([CF]Y) (?=\d)/g, '$1\u00a0');

/** Breaks a text into lines of at most `width`; a single word that is wider stands alone on its line. */
export const linesOf = (text: string, width: number, measure: (text: string) => number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of joined(text)
    .split(/[ \t\r\n]+/)
    .filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
};
