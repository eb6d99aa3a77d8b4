import { type ReactNode, useEffect, useRef } from 'react';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { ResultText, ResultTitle } from './result-lines.tsx';
import { kindLabels, sayFound, todayOnly, whyNothing } from './search-words.ts';
import { type SearchOption, useSearchBox } from './use-search-box.ts';
import './search.scss';

type Box = ReturnType<typeof useSearchBox>;

/** One box for everything; its answers come while one types. */
const SearchDialog = ({ onClose }: { onClose: () => void }) => {
  const box = useSearchBox(onClose);
  const { asOf } = useYearAndAsOf();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { text, listId, current, found, query, why } = box;
  const isOpen = found !== undefined && found.total > 0;
  return (
    <Dialog open onClose={onClose} title="Search" size="wide">
      <div className="search-box">
        <input
          ref={field}
          type="search"
          className="usa-input"
          role="combobox"
          aria-label="Codes, names, texts and people"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen ? current?.id : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="1.2-D, survivors, Priya Nair"
          value={text}
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={box.onKeyDown}
        />
        {asOf !== undefined && <p className="small">{todayOnly(asOf)}</p>}
        <p role="status" className="small soft">
          {query.isError ? '' : (why ?? (found === undefined ? 'Searching' : sayFound(found)))}
        </p>
        {query.isError && <ErrorMessage error={query.error} onRetry={() => void query.refetch()} />}
        {found?.total === 0 && <p>{whyNothing(found)}</p>}
        <Options box={box} isOpen={isOpen} />
      </div>
    </Dialog>
  );
};

const Options = ({
  box: { listId, groups, all, current, found, open, onKeyDown },
  isOpen,
}: {
  box: Box;
  isOpen: boolean;
}) => (
  <div id={listId} role="listbox" aria-label="Results" className="search-list" hidden={!isOpen} tabIndex={-1}>
    {groups.map(({ kind, count, options }) => (
      <fieldset key={kind} className="search-list__kind" aria-label={`${kindLabels[kind]}, ${count}`}>
        <p className="search-group" aria-hidden="true">
          {kindLabels[kind]} <span className="soft">{count}</span>
        </p>
        {options.map((option) => (
          <Option
            key={option.id}
            option={option}
            isCurrent={option.id === current?.id}
            onOpen={open}
            onKeyDown={onKeyDown}
          >
            <span>
              <ResultTitle result={option.result} />
            </span>{' '}
            <span className="search-option__text">
              <ResultText result={option.result} />
            </span>
          </Option>
        ))}
      </fieldset>
    ))}
    {isOpen && all !== null && (
      <Option option={all} isCurrent={all.id === current?.id} onOpen={open} onKeyDown={onKeyDown}>
        Show all {found?.total} results
      </Option>
    )}
  </div>
);

type OptionProps = {
  readonly option: SearchOption;
  readonly isCurrent: boolean;
  readonly onOpen: (option: SearchOption) => void;
  readonly onKeyDown: Box['onKeyDown'];
  readonly children: ReactNode;
};

const Option = ({ option, isCurrent, onOpen, onKeyDown, children }: OptionProps) => (
  <div
    id={option.id}
    role="option"
    tabIndex={-1}
    aria-selected={isCurrent}
    className={classes('search-option', isCurrent && 'search-option--current')}
    onPointerDown={(event) => event.preventDefault()}
    onClick={() => onOpen(option)}
    onKeyDown={onKeyDown}
  >
    {children}
  </div>
);

export default SearchDialog;
