import { useQuery } from '@tanstack/react-query';
import { myWorkQuery } from '../../lib/my-work.ts';
import { useStrategy } from '../../lib/session.ts';

/** How much waits, beside the words "My work"; nothing where nothing does, or where it is not known. */
const MyWorkCount = () => {
  const { data } = useQuery(myWorkQuery(useStrategy().id));
  const count = data?.items.length ?? 0;
  return count === 0 ? null : (
    <span className="header__count">
      {count}
      <span className="visually-hidden"> to do</span>
    </span>
  );
};

export default MyWorkCount;
