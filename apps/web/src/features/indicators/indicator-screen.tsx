import { PageHeading } from '../../ui/page-heading.tsx';

export const IndicatorScreen = () => <PageHeading title="Indicator" />;
