import { PageHeading } from '../../ui/page-heading.tsx';

export const LinkagesScreen = () => <PageHeading title="Line of sight" />;
