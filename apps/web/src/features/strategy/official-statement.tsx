import { differingOutline } from './strategy-words.ts';

type OfficialStatementProps = {
  /** What states it: "Goal", "Objective". */
  readonly subject: string;
  readonly statement: string;
  readonly outline: string | null;
};

/** The approved words, and where the strategy's own outline words it differently, that wording named as such. */
export const OfficialStatement = ({ subject, statement, outline }: OfficialStatementProps) => {
  const other = differingOutline(statement, outline);
  return (
    <div className="statement">
      <p className="over">{subject} as approved</p>
      <p className="statement__words">{statement}</p>
      {other !== null && (
        <p className="small soft measure">
          The strategy's outline words it differently: <q>{other}</q>
        </p>
      )}
    </div>
  );
};
