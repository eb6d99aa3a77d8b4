import { Link } from '@tanstack/react-router';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { type Completeness, type OverdueEntry, useSendReminders } from './completeness-queries.ts';
import { sectionReminders } from './section-reminders.ts';

type Remind = { readonly isBusy: boolean; readonly onRemind: (entries: readonly OverdueEntry[]) => void };

const namesOf = (people: OverdueEntry['receivers']): string => people.map(({ name }) => name).join(', ');

/** What a button does not say: who it is with where nobody can be reminded from here, and when somebody was. */
const reminderWords = (entry: OverdueEntry): string => {
  if (entry.remindedOn !== null) return `Reminded on ${formatDay(entry.remindedOn)}`;
  return entry.rights.remind.length > 0 ? '' : `With ${namesOf(entry.receivers)}`;
};

const ReminderCell = ({ entry, isBusy, onRemind }: Remind & { readonly entry: OverdueEntry }) => {
  if (entry.lock !== null) return <span className="small soft">{entry.lock}</span>;
  return (
    <span className="overdue__reminder">
      {entry.rights.remind.length > 0 && (
        <Button size="small" disabled={isBusy} onClick={() => onRemind([entry])}>
          Remind {namesOf(entry.rights.remind)}
          <span className="visually-hidden"> of {entry.indicator}</span>
        </Button>
      )}
      <span className="small soft">{reminderWords(entry)}</span>
    </span>
  );
};

const columnsOf = (year: number, remind: Remind): readonly Column<OverdueEntry>[] => [
  {
    key: 'indicator',
    head: 'Indicator',
    cell: ({ indicator, name }) => (
      <Link to="/entry" search={{ year, indicator }}>
        {indicator} {name}
      </Link>
    ),
    rowHead: true,
  },
  { key: 'section', head: 'Section', cell: ({ section }) => section },
  { key: 'due', head: 'Was due', cell: ({ dueDay }) => formatDay(dueDay), nowrap: true },
  { key: 'state', head: 'State', cell: ({ state }) => <StateMark state={state} /> },
  { key: 'reminder', head: 'Reminder', cell: (entry) => <ReminderCell entry={entry} {...remind} /> },
];

const SectionButtons = ({ overdue, isBusy, onRemind }: Remind & Pick<Completeness, 'overdue'>) => {
  const sections = sectionReminders(overdue);
  return sections.length === 0 ? null : (
    <div className="row overdue__sections">
      {sections.map(({ section, entries, label }) => (
        <Button key={section} disabled={isBusy} onClick={() => onRemind(entries)}>
          {label}
        </Button>
      ))}
    </div>
  );
};

type OverdueListProps = { readonly completeness: Completeness; readonly strategy: string };

/** What is missing, oldest first; planners ask for it here. */
export const OverdueList = ({ completeness, strategy }: OverdueListProps) => {
  const { year, overdue, mail, asOf } = completeness;
  const mayRemind = useMay('send reminders') && asOf === null;
  const send = useSendReminders(strategy);
  const remind: Remind = {
    isBusy: send.isPending,
    onRemind: (entries) => send.mutate(entries.map(({ indicator }) => ({ indicator, year }))),
  };
  return (
    <section aria-labelledby="overdue" className="stack">
      <h2 id="overdue">
        Overdue <span className="soft">({overdue.length})</span>
      </h2>
      {mayRemind && overdue.length > 0 && (
        <p className="small soft measure">
          A reminder stands in the receiver’s My work until it is seen, at most one a day for each value.{' '}
          {mail ? 'It also goes out by e-mail.' : 'No mail server is set up: reminders stay in the product.'}
        </p>
      )}
      {send.isError && <ErrorMessage title="No reminder was sent" error={send.error} />}
      {send.data !== undefined && !send.isPending && !send.isError && (
        <Notice kind="done" announced>
          {send.data.sentence}
        </Notice>
      )}
      {overdue.length === 0 ? (
        <Empty title={`Nothing is overdue in ${formatYear(year)}`}>
          Everything that is due has been reported. <Link to="/">Go to the overview</Link>.
        </Empty>
      ) : (
        <>
          <SectionButtons overdue={overdue} {...remind} />
          <DataTable
            caption={`What is overdue in ${formatYear(year)}, oldest first`}
            captionHidden
            narrow="cards"
            rows={overdue}
            rowKey={({ indicator }) => indicator}
            columns={columnsOf(year, remind)}
          />
        </>
      )}
    </section>
  );
};
