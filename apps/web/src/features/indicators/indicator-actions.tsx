import { LinkButton } from '../../ui/button.tsx';
import type { IndicatorPage } from './indicator-queries.ts';
import { StatusActions } from './status-actions.tsx';

/** What a planner can do with the definition; nothing for everybody else, and nothing in the past. */
export const IndicatorActions = ({ page }: { page: IndicatorPage }) => {
  if (!page.rights.edit) return null;
  const { code } = page;
  return (
    <div className="row indicator-actions">
      {page.definition.status !== 'retired' && (
        <LinkButton to="/indicators/$code/edit" params={{ code }} size="small">
          Edit
        </LinkButton>
      )}
      <LinkButton to="/indicators/new" search={{ from: code }} size="small">
        Duplicate
      </LinkButton>
      <StatusActions page={page} />
    </div>
  );
};
