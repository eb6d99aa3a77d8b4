import { PageHeading } from '../../ui/page-heading.tsx';

export const ObjectiveScreen = () => <PageHeading title="Objective" />;
