import { PageHeading } from '../../ui/page-heading.tsx';

export const SignInScreen = () => <PageHeading title="Sign in" />;
