type FilterSelectProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

/** A filter in one line: what is filtered, and the choice. */
export const FilterSelect = ({ label, value, options, onChange }: FilterSelectProps) => (
  <label className="filter">
    <span>{label}</span>
    <select value={value} data-chosen={value !== 'all' || undefined} onChange={(event) => onChange(event.target.value)}>
      <option value="all">all</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);
