import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { useSession, useStrategyIfAny } from '../lib/session.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import { type FocusedPage, FocusedPageContext } from '../ui/page-heading.tsx';
import { AsOfStrip } from './as-of-strip.tsx';
import { EvaluationStrip } from './evaluation-strip.tsx';
import { Header } from './header.tsx';
import { IdentityQuestions } from './identity-questions.tsx';

/** Keeps screens fresh; where it cannot be loaded, they are refreshed by hand. */
const LiveUpdates = lazy(() => import('../panels/live/live-updates.tsx').catch(() => ({ default: () => null })));

const StrategyStrip = lazy(() => import('./strategy-strip.tsx'));

/** What stands around every screen. */
export const Shell = () => {
  const { mode, person } = useSession();
  const state = useStrategyIfAny()?.state ?? 'in_force';
  const focused = useRef<FocusedPage>({ path: undefined, navigated: false });
  return (
    <FocusedPageContext value={focused}>
      <a className="usa-skipnav" href="#main">
        Skip to the main content
      </a>
      <Header person={person} />
      {mode === 'evaluation' && <EvaluationStrip />}
      <AsOfStrip />
      <Suspense>{state !== 'in_force' && <StrategyStrip />}</Suspense>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <LiveRegion />
      {person !== null && (
        <Suspense>
          <LiveUpdates />
        </Suspense>
      )}
      <IdentityQuestions />
    </FocusedPageContext>
  );
};
