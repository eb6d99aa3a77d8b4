import { LinkButton } from './button.tsx';

/** From what is read to the same beside another year or day. `of`: "goal-1", "objective-1.2". */
export const ReadingLinks = ({ of }: { of?: string }) => (
  <LinkButton to="/compare" search={{ of }} kind="quiet">
    Compare
  </LinkButton>
);
