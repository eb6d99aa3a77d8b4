import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useSession } from '../../lib/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PartedText } from '../../ui/parted-text.tsx';
import { SwitchLink, SwitchLinks } from '../../ui/switch-links.tsx';
import { guideList, ownGuide } from './guide-list.ts';
import { GuideText } from './guide-text.tsx';
import { guideQuery } from './help-queries.ts';
import './help.scss';

/** The guides of the project's documentation, one for each role; without a name in the address, one's own. */
export const HelpScreen = () => {
  const { person } = useSession();
  const { guide: named } = useParams({ strict: false });
  const name = named ?? ownGuide(person ?? { roles: [] });
  const query = useQuery(guideQuery(name));
  return (
    <div className="page">
      <header className="page-head">
        <PageHeading title={query.data?.title ?? 'Help'} over="Help" />
        <SwitchLinks label="Guides">
          {guideList.map((guide) => (
            <SwitchLink key={guide.name} to="/help/$guide" params={{ guide: guide.name }} current={guide.name === name}>
              {guide.label}
            </SwitchLink>
          ))}
        </SwitchLinks>
      </header>
      <Loaded
        query={query}
        what="The guide"
        said={query.data?.title ?? ''}
        placeholder={<Loading what="the guide" blocks={[120, 240, 420]} />}
        wayOn={<Link to="/help">Go to your own guide</Link>}
      >
        {({ title, lead, parts }) => (
          <div className="guide">
            <PartedText
              lead={
                lead.length > 0 && (
                  <div className="parted__part">
                    <GuideText nodes={lead} about={title} />
                  </div>
                )
              }
              parts={parts.map((part) => ({
                id: part.id,
                title: part.title,
                body: <GuideText nodes={part.nodes} about={part.title} />,
              }))}
            />
          </div>
        )}
      </Loaded>
    </div>
  );
};
