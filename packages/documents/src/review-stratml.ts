import type { DocumentGoal, DocumentIndicator, DocumentObjective, ReviewDocument } from '@fbs/contract';
import {
  accumulationLabels,
  assessmentLabels,
  directionLabels,
  fiscalYearEnd,
  fiscalYearStart,
  goalKindLabels,
  type IndicatorLevel,
  indicatorKindLabels,
  indicatorLevelLabels,
  indicatorRoleLabels,
  indicatorStatusLabels,
  linkageStrengthLabels,
  periodBasisLabels,
  richTextWords,
} from '@fbs/core';
import { aboutReview } from './about-review.ts';
import type { ExportOptions } from './export-options.ts';
import { cleanDeep } from './plain-text.ts';
import { carryOrigins } from './stratml/carry-origins.ts';
import { identifierOf } from './stratml/identifier.ts';
import { measurementsOf, type StratmlType } from './stratml/measurements.ts';
import { type Element, element, neededText, textElement, xmlOf } from './stratml/xml.ts';
import { type DocumentLinkage, linkagesOf } from './tables/document-rows.ts';

/** What is told to whoever opens the file: nothing is lost in silence. */
const leftOut =
  'StratML has no place for the history of values and targets, breakdowns, data quality, evidence, people and ' +
  'permissions, corrective actions and sign-off: the JSON files of this product hold them.';

const carriedAsText =
  'What the file that this strategy came from says of stakeholders, values, contacts, results and other things stands ' +
  'as text in the other information of each part; an identifier of that file that StratML does not allow is replaced.';

type Work = {
  readonly document: ReviewDocument;
  readonly type: StratmlType;
  readonly linkages: readonly DocumentLinkage[];
};

/** "Key: value" lines; what is not set has no line. */
const lines = (facts: readonly (readonly [key: string, value: string | null | undefined])[]): string =>
  facts.flatMap(([key, value]) => (value ? [`${key}: ${value}`] : [])).join('\n');

const linkageWords = ({ framework, element: code, elementLabel, strength, quote }: DocumentLinkage): string =>
  `${elementLabel} (${framework}, ${code}), ${linkageStrengthLabels[strength].toLowerCase()}${quote === null ? '' : `: "${quote}"`}`;

const linkagesFor = ({ linkages }: Work, kind: DocumentLinkage['subject']['kind'], code: string) =>
  linkages.filter(({ subject }) => subject.kind === kind && subject.code === code);

const linkageLines = (found: readonly DocumentLinkage[]) =>
  found.map((linkage) => ['Links up to', linkageWords(linkage)] as const);

const stages: Readonly<Record<IndicatorLevel, string>> = {
  input: 'Input',
  output: 'Output',
  outcome: 'Outcome',
  // StratML knows no milestones; the line "Level" says it
  milestone: 'Output',
};

const relationships = (work: Work, placed: { goal: string; objective: string; indicator: string }): Element[] =>
  [
    ...linkagesFor(work, 'indicator', placed.indicator),
    ...linkagesFor(work, 'objective', placed.objective),
    ...linkagesFor(work, 'goal', placed.goal),
  ].map((linkage) =>
    element(
      'Relationship',
      [
        neededText('Identifier', identifierOf(work.document.strategy.id, 'relationship', placed.indicator, linkage.id)),
        neededText(
          'ReferentIdentifier',
          identifierOf(work.document.strategy.id, 'element', linkage.framework, linkage.element),
        ),
        neededText('Name', linkage.elementLabel),
        neededText('Description', linkageWords(linkage)),
      ],
      { RelationshipType: 'Narrower_Than' },
    ),
  );

const indicatorFacts = ({ definition }: DocumentIndicator): string =>
  lines([
    ['Definition', definition.definition],
    ['Kind', indicatorKindLabels[definition.kind]],
    ['Decimals', String(definition.decimals)],
    ['Direction', directionLabels[definition.direction]],
    ['Period basis', periodBasisLabels[definition.periodBasis]],
    ['Accumulation', accumulationLabels[definition.accumulation]],
    ['Cumulative since', definition.cumulativeSince],
    ['Role', indicatorRoleLabels[definition.role]],
    ['Level', indicatorLevelLabels[definition.level]],
    ['Status', indicatorStatusLabels[definition.status]],
    ['Section', definition.section],
    ['Data source', definition.dataSource],
    ['Collection method', definition.collectionMethod],
    ['Frequency', definition.frequency],
    ['Limitations', definition.limitations],
    ['Tolerance', definition.tolerance],
    ['Standard', definition.reference && `${definition.reference.vocabulary} ${definition.reference.code}`],
  ]);

const indicatorOf = (work: Work, goal: DocumentGoal, objective: DocumentObjective, indicator: DocumentIndicator) => {
  const { code, definition } = indicator;
  const isQualitative = definition.kind === 'narrative' || definition.kind === 'milestone';
  return element(
    'PerformanceIndicator',
    [
      neededText('SequenceIndicator', code),
      neededText('MeasurementDimension', definition.name),
      neededText('UnitOfMeasurement', definition.unit),
      neededText('Identifier', identifierOf(work.document.strategy.id, 'indicator', code)),
      relationships(work, { goal: goal.code, objective: objective.code, indicator: code }),
      measurementsOf(indicator, work.type),
      neededText('OtherInformation', indicatorFacts(indicator)),
    ],
    {
      ValueChainStage: stages[definition.level],
      PerformanceIndicatorType: isQualitative ? 'Qualitative' : 'Quantitative',
    },
  );
};

const stakeholder = (section: string): Element =>
  element(
    'Stakeholder',
    [
      neededText('Name', section),
      element('Role', [neededText('Name', 'Section that owns indicators'), neededText('RoleType', 'Performer')]),
    ],
    { StakeholderTypeType: 'Organization' },
  );

const sectionsOf = ({ indicators }: DocumentObjective): string[] =>
  [...new Set(indicators.map(({ definition }) => definition.section))].sort();

/** StratML knows no looks: what a person wrote in the review stands there as plain words. */
const written = (text: string | null): string | null => (text === null ? null : richTextWords(text));

const objectiveFacts = (work: Work, { code, section, outlineStatement, rollUp }: DocumentObjective): string => {
  const plan = [['In the outline', outlineStatement], ...linkageLines(linkagesFor(work, 'objective', code))] as const;
  if (work.type === 'Strategic_Plan') return lines(plan);
  const { assessmentNames } = work.document.method;
  return lines([
    ...plan,
    ['Assessment', section.assessment && (assessmentNames[section.assessment] ?? assessmentLabels[section.assessment])],
    ['Reason for departing from the suggestion', written(section.departureReason)],
    ['Met', `${rollUp.met} of ${rollUp.rated} rated; ${rollUp.reported} of ${rollUp.due} due reported`],
    ['Progress', written(section.narrative)],
    ['Decisions', written(section.decisions)],
    ['Illustrative', section.illustrative ? 'these words were invented for evaluation' : null],
  ]);
};

const objectiveOf = (work: Work, goal: DocumentGoal, objective: DocumentObjective): Element =>
  element('Objective', [
    neededText('Name', objective.shortName),
    neededText('Description', objective.statement),
    neededText('Identifier', identifierOf(work.document.strategy.id, 'objective', objective.code)),
    neededText('SequenceIndicator', objective.code),
    sectionsOf(objective).map(stakeholder),
    textElement('OtherInformation', objectiveFacts(work, objective)),
    objective.indicators.map((indicator) => indicatorOf(work, goal, objective, indicator)),
  ]);

const goalOf = (work: Work, goal: DocumentGoal): Element =>
  element('Goal', [
    neededText('Name', goal.shortName),
    neededText('Description', goal.statement),
    neededText('Identifier', identifierOf(work.document.strategy.id, 'goal', goal.code)),
    neededText('SequenceIndicator', goal.code),
    textElement(
      'OtherInformation',
      lines([
        ['Kind', goalKindLabels[goal.kind as keyof typeof goalKindLabels] ?? goal.kind],
        ['In the outline', goal.outlineStatement],
        ...linkageLines(linkagesFor(work, 'goal', goal.code)),
      ]),
    ),
    goal.objectives.map((objective) => objectiveOf(work, goal, objective)),
  ]);

const coreOf = (work: Work, mission: string | undefined): Element => {
  const { strategy, goals } = work.document;
  return element('StrategicPlanCore', [
    element('Organization', [
      neededText('Name', strategy.organization),
      neededText('Acronym', strategy.acronym),
      neededText('Identifier', identifierOf(strategy.id, 'organization')),
      textElement('Description', strategy.parent === '' ? null : `Part of the ${strategy.parent}`),
    ]),
    element('Vision', [
      neededText('Description', strategy.vision),
      neededText('Identifier', identifierOf(strategy.id, 'vision')),
    ]),
    mission ? element('Mission', [neededText('Description', mission)]) : null,
    goals.map((goal) => goalOf(work, goal)),
  ]);
};

/** The plan covers the strategy's years, the report its one year. */
const administrationOf = ({ document, type }: Work): Element => {
  const { strategy, year, number, signOff, asOf } = document;
  const isPlan = type === 'Strategic_Plan';
  return element('AdministrativeInformation', [
    neededText(
      'Identifier',
      isPlan ? identifierOf(strategy.id, 'plan') : identifierOf(strategy.id, 'report', String(year), String(number)),
    ),
    neededText('StartDate', fiscalYearStart(isPlan ? strategy.firstYear : year)),
    neededText('EndDate', fiscalYearEnd(isPlan ? strategy.lastYear : year)),
    neededText('PublicationDate', isPlan ? strategy.source.approvedOn : (signOff?.at ?? asOf).slice(0, 10)),
  ]);
};

const rootOf = (work: Work, options: ExportOptions): Element => {
  const { document, type } = work;
  const { strategy, year, draft, summary, jspStatement } = document;
  const { source } = strategy;
  const isPlan = type === 'Strategic_Plan';
  const about = isPlan
    ? [`${[source.title, `last updated on ${source.lastUpdatedOn}`, source.marking].filter(Boolean).join(', ')}.`]
    : [...(jspStatement === null ? [] : [richTextWords(jspStatement)]), ...aboutReview(document, options)];
  return element(
    'PerformancePlanOrReport',
    [
      neededText(
        'Name',
        isPlan ? strategy.title : `${strategy.title}: annual review of fiscal year ${year}${draft ? ' (DRAFT)' : ''}`,
      ),
      textElement('Description', isPlan ? strategy.vision : written(summary)),
      neededText(
        'OtherInformation',
        [...about, leftOut, ...(options.origins?.length ? [carriedAsText] : [])].join('\n'),
      ),
      coreOf(work, options.mission),
      administrationOf(work),
    ],
    { xmlns: 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport', Type: type },
  );
};

/** A review as a StratML Part 2 performance report (ANSI/AIIM 22:2017), or its strategy as a strategic plan. */
export const reviewToStratml = (
  snapshot: ReviewDocument,
  given: ExportOptions,
  type: StratmlType = 'Performance_Report',
): Uint8Array => {
  const document = cleanDeep(snapshot);
  const options = cleanDeep({ ...given, sha256: document.draft ? null : given.sha256 });
  const root = rootOf({ document, type, linkages: linkagesOf(document) }, options);
  return new TextEncoder().encode(xmlOf(carryOrigins(root, document.strategy.id, options.origins ?? [])));
};
