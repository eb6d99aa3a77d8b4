import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { ElementLink } from './element-link.tsx';
import {
  type Answer,
  linkedAnswer,
  noneReportingAnswer,
  unsupportedAnswer,
  withoutIndicatorAnswer,
} from './linkage-words.ts';
import type { LinkagesPage } from './linkages-queries.ts';
import type { Framework, Sight } from './sight.ts';

type Named = { readonly code: string; readonly shortName: string };

/** After a colon: the links to those that are meant, with commas between them. */
const Names = ({ names, link }: { names: readonly Named[]; link: (named: Named) => ReactNode }) =>
  names.map((named, index) => (
    <Fragment key={named.code}>
      {index === 0 ? ': ' : ', '}
      {link(named)}
    </Fragment>
  ));

/** The number stays on one line with the word that follows it. */
const Name = ({ named: { code, shortName } }: { named: Named }) => `${code}\u00a0${shortName}`;

const ObjectiveLink = ({ named }: { named: Named }) => (
  <Link to="/objectives/$code" params={{ code: named.code }}>
    <Name named={named} />
  </Link>
);

const GoalLink = ({ named }: { named: Named }) => (
  <Link to="/goals/$code" params={{ code: named.code }}>
    <Name named={named} />
  </Link>
);

/** A framework may be large: the first few are named, and the others stand in its list. */
const named = 4;

const UnsupportedNames = ({ framework }: { framework: Framework }) => {
  const elements = framework.elements.filter(({ code }) => framework.unsupported.includes(code));
  const links = elements.slice(0, named).map(({ code, label }) => ({ code, shortName: label }));
  const rest = elements.length - links.length;
  return (
    <>
      <Names
        names={links}
        link={({ code, shortName }) => <ElementLink framework={framework.code} code={code} label={shortName} />}
      />
      {rest > 0 && ` and ${rest} more`}
    </>
  );
};

const Question = ({ answer, children }: { answer: Answer; children: ReactNode }) => (
  <li className={classes('question', answer.asks && 'question--asks')}>
    <p className="question__figure">{answer.figure}</p>
    <p>
      {answer.words}
      {children}.
    </p>
  </li>
);

/** Where all leads to one element, the way to what stands behind it. */
const RestsOn = ({ sight: { elements, framework } }: { sight: Sight }) => {
  const [only, second] = elements;
  if (only === undefined || second !== undefined) return null;
  const { code, label } = only.element;
  return (
    <>
      . <ElementLink framework={framework.code} code={code} label={`See what leads to ${label}`} />
    </>
  );
};

/** What leadership asks of a line of sight, answered in words. */
export const Questions = ({ page, sight }: { page: LinkagesPage; sight: Sight }) => {
  const objectivesOf = (codes: readonly string[]) => page.objectives.filter(({ code }) => codes.includes(code));
  const without = objectivesOf(page.withoutPerformanceIndicator);
  const silent = objectivesOf(page.noneReporting);
  return (
    <ul className="questions" aria-label="In short">
      <Question answer={linkedAnswer(sight)}>
        {sight.unlinkedGoals.length > 0 && '. Not linked'}
        <Names names={sight.unlinkedGoals} link={(goal) => <GoalLink named={goal} />} />
        <RestsOn sight={sight} />
      </Question>
      <Question answer={withoutIndicatorAnswer(without.length)}>
        <Names names={without} link={(objective) => <ObjectiveLink named={objective} />} />
      </Question>
      <Question answer={noneReportingAnswer(silent.length, page.year)}>
        <Names names={silent} link={(objective) => <ObjectiveLink named={objective} />} />
      </Question>
      <Question answer={unsupportedAnswer(sight.framework)}>
        <UnsupportedNames framework={sight.framework} />
      </Question>
    </ul>
  );
};
