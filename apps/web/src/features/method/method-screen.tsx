import { PageHeading } from '../../ui/page-heading.tsx';

export const MethodScreen = () => <PageHeading title="Method" />;
