import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import type { SearchResult } from './search-queries.ts';
import { circumstancesOf, codeOf } from './search-words.ts';

/** Plain text, with what was looked for marked. */
const Marked = ({ parts }: { parts: SearchResult['title'] }) => {
  let at = 0;
  return parts.map(({ text, hit }) => {
    at += text.length;
    return hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
  });
};

/** What a result is called, as words of a link or an option. */
export const ResultTitle = ({ result }: { result: SearchResult }) => {
  const code = codeOf(result);
  return (
    <>
      {code !== null && <b className="search-result__code">{code}</b>} <Marked parts={result.title} />
    </>
  );
};

/** Where it stands, and the words around the hit. */
export const ResultText = ({ result }: { result: SearchResult }) => {
  const circumstances = circumstancesOf(result);
  return (
    <>
      {circumstances !== '' && <span className="search-result__where">{circumstances}</span>}{' '}
      <span className="search-result__excerpt">
        <Marked parts={result.excerpt} />
      </span>{' '}
      {result.illustrative && <IllustrativeMark />}
    </>
  );
};
