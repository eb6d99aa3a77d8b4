import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { ErrorMessage } from '../ui/error-message.tsx';
import { PageHeading } from '../ui/page-heading.tsx';

/** The last net under every screen: says what happened and offers two ways on. */
export const ErrorScreen = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="page page--narrow">
      <PageHeading title="This page could not be shown" />
      <ErrorMessage error={error} onRetry={retry} />
      <p>
        <Link to="/">Go to the overview</Link>
      </p>
    </div>
  );
};
