import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useSession, useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { AttentionSlide } from './attention-slide.tsx';
import { GoalSlide } from './goal-slide.tsx';
import { OpeningSlide } from './opening-slide.tsx';
import { PresentControls } from './present-controls.tsx';
import { type Meeting, meetingQuery } from './present-queries.ts';
import { pageForKey, pageOf, type Slide, slidesOf } from './slides.ts';
import './present.scss';

export const prefetch = ({ queryClient, strategy, year, asOf }: Visit): void => {
  void queryClient.prefetchQuery(meetingQuery(strategy, year, asOf));
};

/** Escape leads back to the overview, also while nothing is shown yet; in full screen the browser takes the first one. */
const useEscape = (): void => {
  const navigate = useNavigate();
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate({ to: '/' });
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [navigate]);
};

/** The year as slides for a meeting. The shell around it hides itself (present.scss). */
export const PresentScreen = () => {
  const strategy = useStrategy();
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(meetingQuery(strategy.id, year, asOf));
  useEscape();
  return (
    <div className="present print-wide">
      <div className="visually-hidden">
        <PageHeading title={`Presentation ${formatYear(year)}`} />
      </div>
      <Loaded
        query={query}
        what="The presentation"
        placeholder={<Loading what="the presentation" blocks={[60, 200, 320]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(meeting) => <Slides meeting={meeting} />}
      </Loaded>
    </div>
  );
};

const useSlide = (slides: readonly Slide[]) => {
  const navigate = useNavigate();
  const asked = useLocation({ select: (location) => (location.search as { page?: unknown }).page });
  const page = pageOf(asked, slides.length);
  const turn = (next: number) => {
    void navigate({ to: '/present', search: (previous) => ({ ...previous, page: next }), replace: true });
    announce(`Page ${next} of ${slides.length}: ${slides[next - 1]?.title}`);
  };
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = pageForKey(event.key, page, slides.length);
      if (next === null) return;
      event.preventDefault();
      turn(next);
    };
    window.addEventListener('keydown', follow);
    return () => window.removeEventListener('keydown', follow);
  });
  return { page, turn };
};

const SlideBody = ({ slide, meeting }: { slide: Slide; meeting: Meeting }) => {
  if (slide.kind === 'goal') return <GoalSlide goal={slide.goal} />;
  const Body = slide.kind === 'opening' ? OpeningSlide : AttentionSlide;
  return <Body overview={meeting.overview} />;
};

const Slides = ({ meeting }: { meeting: Meeting }) => {
  const { overview } = meeting;
  const { today } = useSession();
  const slides = slidesOf(meeting);
  const { page, turn } = useSlide(slides);
  return (
    <>
      {slides.map((slide, index) => (
        // On paper every slide has its page.
        <section key={slide.title} className="present__slide" data-shown={index + 1 === page || undefined}>
          <SlideBody slide={slide} meeting={meeting} />
        </section>
      ))}
      <footer className="present__foot">
        <p>
          {`${formatYear(overview.year)}, as of ${formatDay(overview.asOf ?? today)}. `}
          {overview.illustrative > 0 && (
            <>
              Figures marked <IllustrativeMark /> are invented.
            </>
          )}
        </p>
        <PresentControls page={page} pages={slides.length} onTurn={turn} />
      </footer>
    </>
  );
};
