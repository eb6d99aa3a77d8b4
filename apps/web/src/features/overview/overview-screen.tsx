import { PageHeading } from '../../ui/page-heading.tsx';

export const OverviewScreen = () => <PageHeading title="Overview" />;
