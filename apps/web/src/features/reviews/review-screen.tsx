import { PageHeading } from '../../ui/page-heading.tsx';

export const ReviewScreen = () => <PageHeading title="Annual review" />;
