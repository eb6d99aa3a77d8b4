import { linkageStrengthLabels, linkageSubjectLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { Tag } from '../../ui/tag.tsx';
import { ElementLink } from './element-link.tsx';
import { LinkageButtons, type LinkageTools } from './linkage-tools.tsx';
import { frameworkName, goalName, listed, sentenceCase, supportWords } from './linkage-words.ts';
import type { Linkage, Sight } from './sight.ts';

const nameOf = ({ subject: { kind, code } }: Linkage, { goals, objectives }: Sight): string => {
  const named = [...goals, ...objectives].find((each) => each.code === code);
  return named === undefined ? `${linkageSubjectLabels[kind]} ${code}` : goalName(named);
};

const SubjectLink = ({ linkage, sight }: { linkage: Linkage; sight: Sight }) => {
  const { kind, code } = linkage.subject;
  const name = nameOf(linkage, sight);
  if (kind === 'indicator') {
    return (
      <Link to="/indicators/$code" params={{ code }}>
        {name}
      </Link>
    );
  }
  return (
    <Link to={kind === 'goal' ? '/goals/$code' : '/objectives/$code'} params={{ code }}>
      {name}
    </Link>
  );
};

const Words = ({ linkage: { quote, summary } }: { linkage: Linkage }) => (
  <div className="stack own-words__words">
    {quote === null ? (
      <p className="soft">No wording of the strategy is recorded for this linkage.</p>
    ) : (
      <blockquote>
        <q>{quote}</q>
      </blockquote>
    )}
    {summary !== null && (
      <p className="small">
        <b>Summary:</b> {summary}
      </p>
    )}
  </div>
);

const hasWords = ({ quote, summary }: Linkage): boolean => quote !== null || summary !== null;

const LinkageItem = ({ linkage, sight, tools }: { linkage: Linkage; sight: Sight; tools: LinkageTools | null }) => (
  <li>
    <p className="own-words__name">
      <SubjectLink linkage={linkage} sight={sight} />
    </p>
    <p>
      <Tag>{linkageStrengthLabels[linkage.strength]}</Tag>
      {sight.elements.length > 1 && (
        <span className="small soft">
          {' '}
          to <ElementLink framework={linkage.framework} code={linkage.element} label={linkage.elementLabel} />
        </span>
      )}
      <LinkageButtons linkage={linkage} tools={tools} />
    </p>
    {sight.linkages.some(hasWords) && <Words linkage={linkage} />}
  </li>
);

const Supports = ({ sight }: { sight: Sight }) =>
  sight.goals
    .filter(({ supportsGoals }) => supportsGoals.length > 0)
    .map((goal) => (
      <p key={goal.code}>
        <Link to="/goals/$code" params={{ code: goal.code }}>
          {`Goal ${goalName(goal)}`}
        </Link>{' '}
        {supportWords(goal)}.
      </p>
    ));

const elementsWords = ({ framework, elements }: Sight): string => {
  const all = framework.elements.length;
  if (elements.length === all) return `All ${all} elements of ${frameworkName(framework)} are linked.`;
  const linked = elements.length === 1 ? '1 is' : `${elements.length} are`;
  return `Of the ${all} elements of ${frameworkName(framework)}, ${linked} linked.`;
};

/** What is not there is said, so that nobody takes it for forgotten. */
const unlinkedWords = ({ unlinkedGoals, framework }: Sight): string | null => {
  if (unlinkedGoals.length === 0) return null;
  const names = listed(unlinkedGoals.map((goal) => `goal ${goalName(goal)}`));
  const verb = unlinkedGoals.length === 1 ? 'is' : 'are';
  return `${sentenceCase(names)} ${verb} not linked to ${frameworkName(framework)}.`;
};

/** Every linkage with its quotation; what is a summary is named as one. */
export const OwnWords = ({ sight, tools }: { sight: Sight; tools: LinkageTools | null }) => (
  <section aria-labelledby="own-words" className="stack">
    <h2 id="own-words">In the strategy's own words</h2>
    {!sight.linkages.some(hasWords) && (
      <p className="soft measure">
        {`For ${frameworkName(sight.framework)} no wording of the strategy is recorded: only what is linked, and how strongly.`}
      </p>
    )}
    <ul className="own-words">
      {sight.linkages.map((linkage) => (
        <LinkageItem key={linkage.id} linkage={linkage} sight={sight} tools={tools} />
      ))}
    </ul>
    <div>
      <Supports sight={sight} />
      {unlinkedWords(sight) !== null && <p>{unlinkedWords(sight)}</p>}
      <p className="soft">{elementsWords(sight)}</p>
    </div>
  </section>
);
