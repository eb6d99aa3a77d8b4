/** What happens to many parts alike is counted; the rest is said one by one. */
type Counted = 'identifier' | 'code' | 'name' | 'statement' | 'section' | 'direction';

const mostSentences = 200;

const parts = (count: number): string => (count === 1 ? '1 part' : `${count} parts`);
const indicators = (count: number): string => (count === 1 ? '1 indicator' : `${count} indicators`);

export const startRepairs = () => {
  const counts = new Map<Counted, number>();
  const sentences: string[] = [];
  return {
    counts,
    sentences,
    count: (what: Counted): void => {
      counts.set(what, (counts.get(what) ?? 0) + 1);
    },
    say: (sentence: string): void => {
      sentences.push(sentence);
    },
  };
};

type Repairs = Pick<ReturnType<typeof startRepairs>, 'counts' | 'sentences'>;

const words: Readonly<Record<Counted, (count: number, section: string) => string>> = {
  identifier: (count) => `${parts(count)} without an identifier of their own: each gets one.`,
  code: (count) => `${parts(count)} without a number or code: they are numbered in the order of the file.`,
  name: (count) => `${parts(count)} without a name: the first words of the text stand for it.`,
  statement: (count) => `${parts(count)} without a text: the name stands for it.`,
  section: (count, section) => `${indicators(count)} of no section that is known here: ${section} owns them.`,
  direction: (count) =>
    `${indicators(count)} without saying whether higher or lower is better: only monitored until you choose.`,
};

/** All repairs in sentences, the counted ones first. */
export const sentencesOf = ({ counts, sentences }: Repairs, section: string): string[] => {
  const counted = [...counts].map(([what, count]) => words[what](count, section));
  const more = sentences.length - mostSentences;
  return [...counted, ...sentences.slice(0, mostSentences), ...(more > 0 ? [`And ${more} more of this kind.`] : [])];
};
