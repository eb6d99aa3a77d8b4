import type { Review } from '@fbs/contract';
import { sectionStateLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';

type SectionListProps = {
  readonly review: Review;
  readonly goals: readonly { readonly code: string; readonly shortName: string }[];
  readonly current: string | undefined;
};

/** The way through the review: its summary, then the objectives under their goals, each with its state. */
export const SectionList = ({ review, goals, current }: SectionListProps) => {
  const { year, sections } = review;
  const link = { to: '/reviews/$year', params: { year: String(year) }, resetScroll: false } as const;
  return (
    <nav className="toc" aria-label="Sections">
      <ul>
        <li>
          <Link
            {...link}
            // Only without an objective: every section's address would count as a part of this one otherwise.
            activeOptions={{ exact: true, explicitUndefined: true }}
            search={{ year, objective: undefined }}
            aria-current={current === undefined ? 'true' : undefined}
            className="toc__whole"
          >
            Summary and JSP linkage
          </Link>
        </li>
      </ul>
      {[...new Set(sections.map(({ goal }) => goal))].map((goal) => (
        <section key={goal} aria-label={`Goal ${goal}`}>
          <h2 className="toc__goal">
            {goal} {goals.find(({ code }) => code === goal)?.shortName}
          </h2>
          <ul>
            {sections
              .filter((section) => section.goal === goal)
              .map(({ objective, shortName, state }) => (
                <li key={objective}>
                  <Link
                    {...link}
                    search={{ year, objective }}
                    aria-current={current === objective ? 'true' : undefined}
                    className="toc__section"
                  >
                    <b>{objective}</b>
                    <span>{shortName}</span>
                    <small className={`toc__state toc__state--${state}`}>
                      {sectionStateLabels[state].toLowerCase()}
                    </small>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};
