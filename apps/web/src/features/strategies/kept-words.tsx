import { useQuery } from '@tanstack/react-query';
import { reasonOf } from '../../lib/stale-write.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keptWordsQuery } from './strategies-queries.ts';

/** What the file that a strategy came from says beyond our own fields; nothing where it came from none. */
export const KeptWords = ({ strategy }: { strategy: string }) => {
  const { data, error } = useQuery(keptWordsQuery(strategy));
  if (error !== null) return <Notice kind="error" title={`The words of its file are missing: ${reasonOf(error)}`} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <Disclosure summary="What its file says beyond these fields">
      <dl className="kept-words">
        {data.map(({ kind, code, name, identifier, kept }) => (
          <div key={`${kind} ${code}`}>
            <dt>
              {code !== '' && <b>{code}</b>} {name}
            </dt>
            {kept !== '' && <dd className="file-tree__kept measure">{kept}</dd>}
            <dd className="small soft file-tree__id">{`Identifier: ${identifier}`}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
};
