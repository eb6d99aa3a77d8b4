import type { RecordedSection } from '@fbs/contract';
import { mergeTexts } from '../../lib/merge-texts.ts';
import { RichArea } from '../../ui/rich-text/rich-area.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { partIds } from './gate-links.ts';
import { saveText, textOrNull, theirSection } from './save-text.ts';
import type { SectionPartProps } from './section-panel.tsx';

export type TextField = 'narrative' | 'decisions' | 'departureReason';

type Words = {
  readonly label: string;
  readonly hint: string;
  readonly empty: string;
  readonly part: string;
};

const words: Readonly<Record<TextField, Words>> = {
  narrative: {
    label: 'Progress this year',
    hint: 'What was achieved, how, and what stood in the way',
    empty: 'No narrative has been written.',
    part: partIds.narrative,
  },
  decisions: {
    label: 'Programming and funding decisions',
    hint: 'What was decided because of these results',
    empty: 'No decisions are recorded.',
    part: 'decisions',
  },
  departureReason: {
    label: 'Why not the suggestion',
    hint: 'What the counts do not show',
    empty: 'No reason is given.',
    part: partIds.departure,
  },
};

/** One text of a section, which saves itself; where it is closed, it reads as text. */
export const SectionText = ({ section, place, writes, isOpen, field }: SectionPartProps & { field: TextField }) => {
  const { objective, version } = section;
  const { label, hint, empty, part } = words[field];
  return (
    <div className="review__part" id={part}>
      {isOpen ? (
        <RichArea
          name={`review:${place.strategy}:${place.year}:${objective}:${field}`}
          what={`“${label}” of objective ${objective}`}
          label={label}
          hint={hint}
          optional={field === 'decisions'}
          merge={mergeTexts}
          saved={{ text: section[field] ?? '', version }}
          save={(text, seen) =>
            saveText<RecordedSection>(
              () =>
                writes.section(objective, seen, writes.requests.writeSection(objective, { [field]: textOrNull(text) })),
              (current) => theirSection(current, current[field] ?? ''),
            )
          }
        />
      ) : (
        <>
          <h3>{label}</h3>
          <RichText text={section[field]} empty={empty} />
        </>
      )}
    </div>
  );
};
