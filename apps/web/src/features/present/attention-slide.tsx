import { formatYear, plural } from '../../lib/format.ts';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import type { Meeting } from './present-queries.ts';

/** As many as can be read from the back of a room; they come in the order of their rank. */
const most = 6;

/** What the meeting has to decide about, worst first. */
export const AttentionSlide = ({ overview }: { overview: Meeting['overview'] }) => {
  const items = overview.needsAttention;
  const more = items.length - most;
  return (
    <>
      <p className="over">{formatYear(overview.year)}</p>
      <h2>Needs attention</h2>
      {items.length === 0 ? (
        <p>Nothing is below target, falling, overdue, returned or unexplained.</p>
      ) : (
        <ol className="present__attention">
          {items.slice(0, most).map((item) => (
            <li key={`${item.indicator} ${item.kind}`}>
              <b>{`${item.indicator} ${item.name}`}</b>
              <span className="soft">
                {item.sentence} {item.illustrative && <IllustrativeMark />}
              </span>
            </li>
          ))}
        </ol>
      )}
      {more > 0 && (
        <p className="soft">{`And ${plural(more, 'more indicator', 'more indicators')}, on the overview.`}</p>
      )}
    </>
  );
};
