import type { Assessment } from '@fbs/core';
import { useAssessmentNames } from '../lib/session.ts';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<Assessment, IconName>> = {
  noteworthy_progress: 'arrow-up',
  on_track: 'check',
  focus_area: 'warning',
  not_rated: 'dashed-circle',
};

/** What a person decided about an objective: icon and word. */
export const AssessmentMark = ({ assessment }: { assessment: Assessment }) => (
  <span className={`mark assessment assessment--${assessment}`}>
    <Icon name={icons[assessment]} />
    {useAssessmentNames()[assessment]}
  </span>
);
