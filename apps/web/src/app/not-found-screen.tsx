import { Link } from '@tanstack/react-router';
import { PageHeading } from '../ui/page-heading.tsx';

const NotFoundScreen = () => (
  <div className="page page--narrow">
    <PageHeading title="Page not found" />
    <p>There is nothing at this address. It may have been mistyped, or the page may have moved.</p>
    <p>
      <Link to="/">Go to the overview</Link>
    </p>
  </div>
);

export default NotFoundScreen;
