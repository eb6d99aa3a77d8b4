import { Link } from '@tanstack/react-router';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { DisclosureMenu } from '../ui/disclosure-menu.tsx';
import { KeyFigure, KeyFigures } from '../ui/key-figures.tsx';
import { ReadingControls } from '../ui/reading-controls.tsx';
import { ReadingLinks } from '../ui/reading-links.tsx';
import { Steps } from '../ui/steps.tsx';

export const WaySamples = () => {
  return (
    <section className="stack">
      <h2>Finding one’s way</h2>
      <Breadcrumbs>
        <Link to="/goals/$code" params={{ code: '1' }}>
          Goal 1 Prosecution
        </Link>
        <Link to="/objectives/$code" params={{ code: '1.2' }}>
          Objective 1.2
        </Link>
      </Breadcrumbs>
      <div className="page-head">
        <p className="soft">The switch and the day keep everything else in the address.</p>
        <ReadingControls>
          <ReadingLinks of="goal-1" />
        </ReadingControls>
      </div>
      <KeyFigures label="How things stand">
        <KeyFigure label="Targets met" of="of 13 rated" note="2 more than in FY 2020">
          <Link to="/goals/$code" params={{ code: '1' }} className="key-figure__link">
            9
          </Link>
        </KeyFigure>
        <KeyFigure label="Annual review" isWord note="8 of 11 objectives cleared">
          <Link to="/reviews" className="key-figure__link">
            In clearance
          </Link>
        </KeyFigure>
      </KeyFigures>
      <Steps
        label="How far the review has come"
        steps={[
          { label: 'Opened', note: 'Oct. 4, 2021, Planner', state: 'done' },
          { label: 'Sections', note: '8 of 11 cleared, 2 submitted, 1 drafting', state: 'current' },
          { label: 'In clearance', note: 'once nothing is missing', state: 'to_come' },
          { label: 'Final', note: 'frozen with a checksum', state: 'to_come' },
        ]}
      />
      <div className="row">
        <Button kind="primary">Send to clearance</Button>
        <Button>Compare with FY 2020</Button>
        <Button kind="danger">Reopen</Button>
        <Button kind="quiet">Cancel</Button>
        <Button disabled>Not yet</Button>
        <Button kind="primary" disabled>
          Saving
        </Button>
        <Button size="small">View as table</Button>
        <LinkButton to="/method">How is this rated?</LinkButton>
        <DisclosureMenu label="State" value="all">
          <Checkbox label="Draft" checked onChange={() => undefined} />
          <Checkbox label="Returned" checked={false} onChange={() => undefined} />
          <Checkbox label="Frozen" checked={false} disabled onChange={() => undefined} />
        </DisclosureMenu>
      </div>
    </section>
  );
};
