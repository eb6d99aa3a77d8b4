import { PageHeading } from '../../ui/page-heading.tsx';

export const GoalScreen = () => <PageHeading title="Goal" />;
