import type { ReviewSection } from '@fbs/contract';
import { fetchTelling } from '../../lib/fetch-telling.ts';
import { currentOf } from '../../lib/stale-write.ts';
import { EvidencePieces } from '../../panels/evidence/evidence-pieces.tsx';
import { type EvidenceWays, fileForm } from '../../panels/evidence/evidence-ways.ts';
import type { ShownPiece } from '../../panels/evidence/evidence-words.ts';
import { type ReviewPlace, sectionFileAddress } from './review-queries.ts';
import type { SectionPartProps } from './section-panel.tsx';

const linkId = ({ title, url }: { readonly title: string; readonly url: string }): string => `${title} ${url}`;

const piecesOf = (place: ReviewPlace, { objective, evidence, files }: ReviewSection): ShownPiece[] => [
  ...evidence.map((link) => ({ ...link, id: linkId(link), kind: 'link' as const })),
  ...files.map(({ sha256, ...file }) => ({
    ...file,
    id: sha256,
    kind: 'file' as const,
    address: sectionFileAddress(place, objective, sha256),
  })),
];

/** A screen may be behind already, and somebody else faster again while it catches up. */
const mostTries = 5;

const settled: readonly ReviewSection['state'][] = ['submitted', 'cleared'];

type WaysProps = Pick<SectionPartProps, 'section' | 'writes'>;

const waysOf = ({ section, writes: { section: send, requests } }: WaysProps): EvidenceWays => {
  const { objective, sizeLimit } = section;
  type Request = (current: ReviewSection) => ReturnType<typeof requests.writeSection>;
  /** Is added to, or taken from, whatever is there by then: several people at once do not disturb each other. */
  const apply = async (request: Request, seen = section, tries = mostTries): Promise<void> => {
    await send(objective, seen.version, request(seen)).catch((error: unknown) => {
      const current = currentOf<ReviewSection>(error);
      if (current === undefined || tries === 1) throw error;
      // whoever submitted or cleared it meanwhile did not see this: it is not taken back behind their back
      if (settled.includes(current.state) && current.state !== section.state) {
        throw new Error(`The section was ${current.state} meanwhile: look at it as it stands, then do this again.`);
      }
      return apply(request, current, tries - 1);
    });
  };
  return {
    sizeLimit,
    addLink: (link) => apply(({ evidence }) => requests.writeSection(objective, { evidence: [...evidence, link] })),
    addFile: (file, title, onSent) =>
      apply(() => requests.addFile(objective, fileForm(file, title), fetchTelling(onSent))),
    remove: (piece) =>
      apply(({ evidence }) =>
        piece.kind === 'file'
          ? requests.removeFile(objective, piece.id)
          : requests.writeSection(objective, { evidence: evidence.filter((link) => linkId(link) !== piece.id) }),
      ),
  };
};

/** Links and files that the section rests on. */
export const SectionEvidence = ({ section, place, writes, isOpen }: SectionPartProps) => (
  <section className="review__part" aria-labelledby="evidence">
    <h3 id="evidence">Evidence</h3>
    <EvidencePieces
      pieces={piecesOf(place, section)}
      empty="No links and no files have been added."
      ways={isOpen ? waysOf({ section, writes }) : undefined}
    />
  </section>
);
