import type { ReviewSection } from '@fbs/contract';
import { type FormEvent, useState } from 'react';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { SectionPartProps } from './section-panel.tsx';

type EvidenceLink = ReviewSection['evidence'][number];
type Change = (links: readonly EvidenceLink[]) => EvidenceLink[];

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/** Links to what the section rests on. */
export const SectionEvidence = ({ section, writes, isOpen }: SectionPartProps) => {
  const { objective, evidence } = section;
  const [refusal, setRefusal] = useState<string>();
  const send = (links: readonly EvidenceLink[], version: number) =>
    writes.section(objective, version, writes.requests.writeSection(objective, { evidence: [...links] }));
  /** A link is added to, or taken from, whatever list there is by then: two people at once do not disturb each other. */
  const apply = async (change: Change, said: string): Promise<boolean> => {
    try {
      await send(change(evidence), section.version).catch((error: unknown) => {
        const current = currentOf<ReviewSection>(error);
        if (current === undefined) throw error;
        return send(change(current.evidence), current.version);
      });
    } catch (error) {
      setRefusal(reasonOf(error));
      return false;
    }
    setRefusal(undefined);
    announce(said);
    return true;
  };
  return (
    <section className="review__part" aria-labelledby="evidence">
      <h3 id="evidence">Evidence</h3>
      {evidence.length === 0 && <p className="faint">No links have been added.</p>}
      <ul className="evidence">
        {evidence.map((link) => (
          <li key={`${link.title} ${link.url}`}>
            <a href={link.url} rel="noreferrer" target="_blank">
              {link.title}
              <span className="visually-hidden"> (opens in a new tab)</span>
            </a>
            {isOpen && (
              <Button
                kind="quiet"
                size="small"
                onClick={() =>
                  void apply(
                    (links) => links.filter(({ url, title }) => url !== link.url || title !== link.title),
                    `${link.title} removed`,
                  )
                }
              >
                Remove<span className="visually-hidden"> {link.title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      {isOpen && <AddLink onAdd={(link) => apply((links) => [...links, link], `${link.title} added`)} />}
    </section>
  );
};

const AddLink = ({ onAdd }: { onAdd: (link: EvidenceLink) => Promise<boolean> }) => {
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const titleError = title.trim() === '' ? 'Enter what the link shows' : undefined;
  const urlError = isWebAddress(url.trim())
    ? undefined
    : 'Enter a web address, for example https://www.state.gov/report';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (titleError !== undefined || urlError !== undefined) return;
    if (!(await onAdd({ title: title.trim(), url: url.trim() }))) return;
    setTitle('');
    setUrl('');
    setAsked(false);
  };
  return (
    <form className="evidence__add" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label="Title of a link"
        maxLength={200}
        value={title}
        error={wasAsked ? titleError : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label="Web address"
        inputMode="url"
        maxLength={2000}
        value={url}
        error={wasAsked ? urlError : undefined}
        onChange={(event) => setUrl(event.target.value)}
      />
      <Button type="submit">Add the link</Button>
    </form>
  );
};
