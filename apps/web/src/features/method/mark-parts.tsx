import { verifications } from '@fbs/core';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { VerificationMark } from '../../ui/verification-mark.tsx';
import { MethodPart } from './method-part.tsx';

export const AsOf = () => (
  <MethodPart name="asOf">
    <p>
      Every reading screen can be seen as it stood at the end of an earlier day: figures, targets, definitions, states
      and reviews, with what was not yet known left out. A strip under the header says so for as long as it is set. A
      figure that was restated later shows as it was known on that day, and every version of it is in its history.
    </p>
  </MethodPart>
);

const meanings = {
  official: 'Read in the official publication itself.',
  secondary: 'Taken from another publication that quotes it.',
  derived: 'Worked out from published figures.',
} as const;

export const Marks = ({ isEvaluation }: { isEvaluation: boolean }) => (
  <MethodPart name="marks">
    <p>Published figures say how they were verified:</p>
    <dl className="method__terms">
      {verifications.map((verification) => (
        <div key={verification}>
          <dt>
            <VerificationMark verification={verification} />
          </dt>
          <dd>{meanings[verification]}</dd>
        </div>
      ))}
      {isEvaluation && (
        <div>
          <dt>
            <IllustrativeMark />
          </dt>
          <dd>
            Invented for this evaluation: the public strategy publishes no indicators, baselines or targets. Every such
            figure, text and date carries this mark, on screen and in every export. In the grid of data entry, where
            there is no room for the word, a dashed line under the figure says the same.
          </dd>
        </div>
      )}
    </dl>
    <p>
      Every indicator is marked “proposed” until the office adopts it. A draft of a review says DRAFT on every page; a
      signed one prints the checksum (SHA-256) by which anybody can see that it was not changed.
    </p>
  </MethodPart>
);
