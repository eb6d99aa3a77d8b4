import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../lib/api-client.ts';
import type { Guide } from '../../lib/guide.ts';

const files = import.meta.glob<Guide>('../../../../../docs/guides/[a-z]*.md', { import: 'default' });

/** Comes as a file of its own when somebody reads it; it stays the same for as long as the page is open. */
export const guideQuery = (name: string) =>
  queryOptions({
    queryKey: ['guide', name],
    queryFn: () => {
      const load = files[`../../../../../docs/guides/${name}.md`];
      if (load === undefined) throw new ApiProblem(404, { detail: `There is no guide "${name}".` });
      return load();
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
