import { Link } from '@tanstack/react-router';
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

type SheetHeadProps = {
  readonly title: string;
  readonly objective: { readonly code: string; readonly shortName: string } | undefined;
  /** The indicator that the sheet belongs to, where there is one already. */
  readonly indicator?: string;
};

/** Where the sheet belongs. */
export const SheetHead = ({ title, objective, indicator }: SheetHeadProps) => {
  const above = [
    <Link key="overview" to="/">
      Overview
    </Link>,
    objective !== undefined && (
      <Link key="objective" to="/objectives/$code" params={{ code: objective.code }}>
        {`Objective ${objective.code} ${objective.shortName}`}
      </Link>
    ),
    // The way comes whole: what were put before it later would push it aside.
    indicator !== undefined && objective !== undefined && (
      <Link key="indicator" to="/indicators/$code" params={{ code: indicator }}>
        {indicator}
      </Link>
    ),
  ];
  return (
    <>
      <Breadcrumbs>{above.filter((link) => link !== false)}</Breadcrumbs>
      <header className="page-head">
        <PageHeading title={title} over="Indicator reference sheet">
          {title}
        </PageHeading>
      </header>
    </>
  );
};
