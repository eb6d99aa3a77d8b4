import type { SaveAnswer } from '../lib/autosaved-text.ts';
import { PartedText } from '../ui/parted-text.tsx';
import { RichArea } from '../ui/rich-text/rich-area.tsx';
import { RichText } from '../ui/rich-text/rich-text.tsx';

const text = `Training **recovered** in _two_ regions.

## What follows

1. Move the funds to online courses
2. Ask [the partner](https://www.state.gov) for quarterly figures

- Staff
- Travel`;

const version = { text, version: 1 };
const save = async (): Promise<SaveAnswer> => ({ kind: 'saved', version: 2 });
const refuse = () => Promise.reject(new Error('The server does not answer.'));

export const TextSamples = () => (
  <section className="stack">
    <h2>Longer texts</h2>
    <div className="columns columns--even">
      <RichText text={text} level={3} />
      <RichText text="" empty="Nothing has been written." />
      <RichArea label="Saves" hint="Type, and it is saved" name="design:saves" what="a" saved={version} save={save} />
      <RichArea label="Fails" hint="Type, and it fails" name="design:fails" what="b" saved={version} save={refuse} />
    </div>
    <PartedText
      lead={<p>What stands before the first part.</p>}
      parts={[
        { id: 'first-part', title: 'First part', body: <p>Its words.</p> },
        { id: 'second-part', title: 'Second part', body: <p>Its words.</p> },
      ]}
    />
  </section>
);
