import { PageHeading } from '../../ui/page-heading.tsx';

export const EntryScreen = () => <PageHeading title="Data entry" />;
