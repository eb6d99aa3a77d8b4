import { formatYear } from '../../lib/format.ts';

type GridHeadProps = {
  readonly year: number;
  readonly years: readonly number[];
  readonly isAllSelected: boolean;
  readonly onSelectAll: () => void;
};

export const GridHead = (props: GridHeadProps) =>
  props.years.length > 1 ? <HeadOfYears years={props.years} /> : <HeadOfYear {...props} />;

const HeadOfYear = ({ year, isAllSelected, onSelectAll }: GridHeadProps) => (
  <thead>
    <tr aria-rowindex={1}>
      <td className="grid__select">
        <input
          type="checkbox"
          aria-label="Select all indicators shown"
          checked={isAllSelected}
          onChange={onSelectAll}
        />
      </td>
      <th scope="col" className="grid__indicator">
        Indicator
      </th>
      <th scope="col" className="num">
        {formatYear(year - 1)}
      </th>
      <th scope="col" className="num">
        Target
        <br />
        {formatYear(year)}
      </th>
      <th scope="col" className="num">
        Value
        <br />
        {formatYear(year)}
      </th>
      <th scope="col">Rating</th>
      <th scope="col">State</th>
    </tr>
  </thead>
);

const HeadOfYears = ({ years }: { years: readonly number[] }) => (
  <thead>
    <tr aria-rowindex={1}>
      <th scope="col" className="grid__indicator">
        Indicator
      </th>
      {years.flatMap((year) => [
        <th key={`target ${year}`} scope="col" className="num">
          Target
          <br />
          {formatYear(year)}
        </th>,
        <th key={`value ${year}`} scope="col" className="num">
          Value
          <br />
          {formatYear(year)}
        </th>,
      ])}
    </tr>
  </thead>
);
