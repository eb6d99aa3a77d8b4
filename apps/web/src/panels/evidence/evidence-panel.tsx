import { useQuery } from '@tanstack/react-query';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { EvidenceBody } from './evidence-body.tsx';
import { type EvidencePlace, evidenceQuery } from './evidence-queries.ts';

type EvidenceProps = {
  readonly place: EvidencePlace;
  /** Whether to ask the server now; a screen that is passed through quickly waits a moment. */
  readonly enabled?: boolean;
};

const useEvidence = ({ place, enabled = true }: EvidenceProps) => useQuery({ ...evidenceQuery(place), enabled });

const placeholder = <Loading what="the evidence" lines={2} />;

/** Folded, with its number: for the side of a screen. */
export const EvidenceDisclosure = (props: EvidenceProps) => {
  const query = useEvidence(props);
  const count = query.data === undefined ? '' : ` (${query.data.pieces.length})`;
  return (
    <Disclosure summary={`Evidence${count}`}>
      <Loaded query={query} what="The evidence" placeholder={placeholder}>
        {(evidence) => <EvidenceBody place={props.place} evidence={evidence} />}
      </Loaded>
    </Disclosure>
  );
};

/** As a part of a page; `label` is the year as its indicator counts it: "CY 2020". */
export const EvidenceSection = ({ label, ...props }: EvidenceProps & { readonly label: string }) => (
  <section aria-labelledby="evidence-of-year" className="stack">
    <h2 id="evidence-of-year">{`Evidence for ${label}`}</h2>
    <Loaded query={useEvidence(props)} what="The evidence" placeholder={placeholder}>
      {(evidence) => <EvidenceBody place={props.place} evidence={evidence} />}
    </Loaded>
  </section>
);
