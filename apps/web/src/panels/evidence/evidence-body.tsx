import { EvidencePieces } from './evidence-pieces.tsx';
import { type EvidenceOfYear, type EvidencePlace, shownPiece, useEvidenceWays } from './evidence-queries.ts';

type BodyProps = { readonly place: EvidencePlace; readonly evidence: EvidenceOfYear };

/** The list of an indicator-year's evidence, and the ways to add to it. */
export const EvidenceBody = ({ place, evidence }: BodyProps) => {
  const { pieces, withheld, rights, sizeLimit } = evidence;
  const ways = useEvidenceWays(place, sizeLimit);
  const empty = withheld
    ? 'This figure is not reported yet: its section, planners and reviewers see its evidence.'
    : 'Nothing shows yet where this figure comes from.';
  return (
    <EvidencePieces
      pieces={pieces.map((piece) => shownPiece(place, piece))}
      empty={empty}
      ways={rights.change ? ways : undefined}
    />
  );
};
