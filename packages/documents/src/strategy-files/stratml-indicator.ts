import type { IndicatorDefinition, IndicatorKind, IndicatorLevel, SaidIndicator } from '@fbs/core';
import { splitKept } from '../stratml/kept-block.ts';
import { carriedWords, keptLines, keptText, takeFrom } from './kept-words.ts';
import { definitionFrom, indicatorFactKeys, readFacts } from './said-facts.ts';
import type { XmlNode } from './xml-tree.ts';

const levels: Readonly<Record<string, IndicatorLevel>> = {
  Input: 'input',
  Input_Processing: 'input',
  Output: 'output',
  Output_Processing: 'output',
  Outcome: 'outcome',
};

/** Where no line says the kind: words say a narrative, and some units say the rest. */
const kindFrom = (type: string | undefined, unit: string | null): IndicatorKind | undefined => {
  if (type === 'Qualitative') return 'narrative';
  if (/^(%|per ?cent(age)?s?)$/i.test(unit ?? '')) return 'percent';
  if (/^(\$|usd|u\.?s\.? dollars?|dollars?)$/i.test(unit ?? '')) return 'currency';
  return type === 'Quantitative' ? 'number' : undefined;
};

/** A target or result in words: its figure stays as it is written, "75%" too. */
const resultLines = (node: XmlNode): string[] => {
  const take = takeFrom(node);
  const [start, end] = [take.text('StartDate'), take.text('EndDate')];
  const figure = take.text('NumberOfUnits');
  const said = [...take.rest()].flatMap((each) => keptLines(each).map((line) => line.replace(/^Description: /, '')));
  const words = [...(figure === null ? [] : [figure]), ...said];
  const label = node.name === 'TargetResult' ? 'Target' : 'Result';
  const period = start === null && end === null ? '' : ` (${[start, end].filter((day) => day !== null).join(' to ')})`;
  return words.length === 0 && period === '' ? [] : [`${label}${period}: ${words.join('; ')}`];
};

/** The baseline that our own files write as a result of that kind. */
const baselineFrom = (node: XmlNode): IndicatorDefinition['baseline'] => {
  const [result] = node.children;
  if (node.children.length !== 1 || result?.name !== 'ActualResult') return null;
  const take = takeFrom(result);
  const value = take.text('NumberOfUnits');
  const descriptor = take
    .one('Descriptor')
    ?.children.map(({ text }) => text)
    .join('=');
  const [, period, source] =
    /^Baseline of (.{1,60}?)\. Source:(?: |$)([\s\S]{0,400})$/.exec(take.text('Description') ?? '') ?? [];
  if (value === null || descriptor !== 'Kind=Baseline' || period === undefined) return null;
  return { value, period, source: source ?? '' };
};

export type ReadIndicator = { readonly indicator: SaidIndicator; readonly results: number };

/** `section` owns it where its own lines name none. */
export const readIndicator = (node: XmlNode, section: string | undefined): ReadIndicator => {
  const take = takeFrom(node);
  const { ValueChainStage: stage, PerformanceIndicatorType, IndicatorType, ...others } = node.attributes;
  const code = take.text('SequenceIndicator');
  const name = take.text('MeasurementDimension') ?? take.text('Name');
  const unit = take.text('UnitOfMeasurement');
  const described = take.text('Description');
  const identifier = take.text('Identifier');
  const { facts, rest } = readFacts(splitKept(take.text('OtherInformation') ?? '').text, indicatorFactKeys);
  const { said, left } = definitionFrom(facts);
  const instances = take.all('MeasurementInstance');
  const baselines = instances.map(baselineFrom);
  const at = baselines.findIndex((each) => each !== null);
  const results = instances
    .filter((_each, index) => index !== at)
    .flatMap((each) => each.children.flatMap(resultLines));
  const type = PerformanceIndicatorType || IndicatorType;
  const level = levels[stage ?? ''];
  const kind = kindFrom(type, unit);
  const baseline = baselines[at];
  const definition: Partial<IndicatorDefinition> = {
    ...(name === null ? {} : { name }),
    ...(unit === null ? {} : { unit }),
    ...(described === null ? {} : { definition: described }),
    ...(level === undefined ? {} : { level }),
    ...(kind === undefined ? {} : { kind }),
    ...(section === undefined ? {} : { section }),
    ...(baseline == null ? {} : { baseline }),
    ...said,
  };
  const carried = carriedWords(node);
  const isPlainStage = stage === undefined || (level !== undefined && !stage.includes('_'));
  return {
    indicator: {
      identifier,
      code,
      definition,
      kept: carried ?? [
        ...keptText('Other information', rest),
        ...left,
        ...keptText('Value chain stage', isPlainStage ? null : stage),
        ...Object.entries(others).flatMap(([key, value]) => keptText(key, value)),
        ...results,
        ...take.rest().flatMap((each) => keptLines(each)),
        ...keptText('Text', node.ownText),
      ],
    },
    results: carried === null ? results.length : 0,
  };
};
