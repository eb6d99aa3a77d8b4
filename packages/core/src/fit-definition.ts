import { compareDecimals, parseDecimal } from './decimal.ts';
import { findInDefinition } from './definition-rules.ts';
import type { IndicatorDefinition } from './types.ts';

type Said = Partial<IndicatorDefinition>;

/** How long the texts of a definition may be. */
const longest = {
  name: 300,
  definition: 4000,
  unit: 60,
  dataSource: 1000,
  collectionMethod: 4000,
  frequency: 200,
  limitations: 4000,
  owner: 200,
} as const;
type TextField = keyof typeof longest;

const isTolerance = (text: string): boolean => parseDecimal(text) !== null && compareDecimals(text, '0') >= 0;

/** What a definition says as far as it fits; what does not is kept as a text. */
export const fitDefinition = (
  said: Said,
  kept: string[],
): { readonly definition: Said; readonly repairs: readonly string[] } => {
  const repairs: string[] = [];
  const definition: { -readonly [K in keyof Said]: Said[K] } = { ...said };
  for (const field of Object.keys(longest) as TextField[]) {
    const text = said[field]?.trim();
    if (text === undefined) continue;
    const isEmpty = text === '' && (field === 'name' || field === 'definition' || field === 'unit');
    if (isEmpty) delete definition[field];
    else definition[field] = text;
    if (text.length <= longest[field]) continue;
    repairs.push(`its ${field} is longer than ${longest[field]} characters: it is cut here and kept as a whole.`);
    kept.push(`Uncut: ${text}`);
    definition[field] = `${text.slice(0, longest[field] - 1).trimEnd()}…`;
  }
  const { tolerance, direction, baseline } = definition;
  if (typeof tolerance === 'string' && !(direction === 'maintain' && isTolerance(tolerance))) {
    kept.push(`Tolerance: ${tolerance}`);
    definition.tolerance = null;
  }
  if (
    baseline != null &&
    findInDefinition('', defaultDefinition('', { baseline, kind: said.kind ?? 'number' }), []).length > 0
  ) {
    kept.push(`Baseline: ${baseline.value} ${baseline.period} ${baseline.source}`.trim());
    repairs.push(`its baseline "${baseline.value.slice(0, 40)}" is no figure with a period: it is kept as a text.`);
    delete definition.baseline;
  }
  return { definition, repairs };
};

/** What an indicator is called whose file gives it no name. */
export const unnamedIndicator = (code: string): string => `Indicator ${code}`;

/** A definition that says what is said, and leaves everything else as open as it can be. */
export const defaultDefinition = (code: string, said: Said): IndicatorDefinition => {
  const name = said.name ?? unnamedIndicator(code);
  const kind = said.kind ?? 'number';
  return {
    decimals: 0,
    // a narrative is rated by who writes it; a figure cannot be before somebody says which way is better
    direction: kind === 'narrative' || kind === 'milestone' ? 'increase' : 'monitor',
    ...{ tolerance: null, accumulation: 'annual', cumulativeSince: null, periodBasis: 'fiscal_year' },
    ...{ level: 'output', role: 'performance', section: '', owner: null, dataSource: '', collectionMethod: null },
    ...{ frequency: null, dueRule: null, limitations: null, disaggregations: [], reference: null, computed: null },
    ...{ baseline: null, dataQuality: { items: {}, standards: {} } },
    ...said,
    ...{ name, definition: said.definition ?? name, unit: said.unit ?? 'not stated', kind, status: 'proposed' },
  };
};
