import type { SaidGoal, SaidObjective, SaidSection, SaidStrategy } from '@fbs/core';
import { splitKept } from '../stratml/kept-block.ts';
import { carriedWords, collect, keptLines, keptText, takeFrom } from './kept-words.ts';
import type { ReadStrategy } from './read-strategy.ts';
import { yearsBetween } from './said-dates.ts';
import { goalKindOf, readFacts } from './said-facts.ts';
import { readIndicator } from './stratml-indicator.ts';
import { strangeElements } from './stratml-names.ts';
import type { XmlNode } from './xml-tree.ts';

type Work = {
  readonly repairs: string[];
  readonly sections: Map<string, SaidSection>;
  /** How many targets and results are kept as words. */
  results: number;
};

const isSection = (text: string): boolean => /^[A-Z][A-Z0-9]{0,7}$/.test(text);

/** Sections that perform an objective; what else is said of them is kept with the other stakeholders. */
const readStakeholders = (work: Work, nodes: readonly XmlNode[]) => {
  const kept: string[] = [];
  const sections: string[] = [];
  for (const node of nodes) {
    const name = node.children.find((child) => child.name === 'Name')?.text ?? '';
    const roles = collect(node, 'Role', []);
    const performs = roles.some((role) => collect(role, 'RoleType', []).some(({ text }) => text === 'Performer'));
    if (!(performs && isSection(name))) {
      kept.push(...keptLines(node));
      continue;
    }
    sections.push(name);
    if (!work.sections.has(name)) work.sections.set(name, { code: name, name, summary: '' });
    const isOurs = roles.length === 1 && roles[0]?.children[0]?.text === 'Section that owns indicators';
    if (!isOurs) kept.push(...keptLines(node));
  }
  return { kept, sections };
};

const readObjective = (work: Work, node: XmlNode): SaidObjective => {
  const take = takeFrom(node);
  const said = {
    identifier: take.text('Identifier'),
    code: take.text('SequenceIndicator'),
    shortName: take.text('Name'),
    statement: take.text('Description'),
    justificationSummary: null,
  };
  const { kept, sections } = readStakeholders(work, take.all('Stakeholder'));
  const [only] = sections.length === 1 ? sections : [];
  const indicators = collect(node, 'PerformanceIndicator', ['PerformanceIndicator', 'Objective']).map((each) => {
    const read = readIndicator(each, only);
    work.results += read.results;
    const { section } = read.indicator.definition;
    if (section !== undefined && isSection(section) && !work.sections.has(section)) {
      work.sections.set(section, { code: section, name: section, summary: '' });
    }
    return read.indicator;
  });
  const told = ['Goal', 'PerformanceIndicator', 'Objective'];
  const rest = take.rest().filter(({ name }) => !told.includes(name));
  return {
    ...said,
    indicators,
    kept: carriedWords(node) ?? [
      ...rest.flatMap((each) => keptLines(each, told)),
      ...kept,
      ...keptText('Text', node.ownText),
    ],
  };
};

/** Lines of our own in the other information of a goal. */
const goalFacts = ['Kind', 'In the outline', 'Links up to'] as const;

const readGoal = (work: Work, node: XmlNode): SaidGoal => {
  const take = takeFrom(node);
  const said = {
    identifier: take.text('Identifier'),
    code: take.text('SequenceIndicator'),
    shortName: take.text('Name'),
    statement: take.text('Description'),
  };
  const { facts, rest } = readFacts(splitKept(take.text('OtherInformation') ?? '').text, goalFacts);
  const kind = goalKindOf(facts.get('Kind') ?? '');
  const lines = [...facts].flatMap(([key, text]) => (key === 'Kind' && kind !== null ? [] : keptText(key, text)));
  const objectives = collect(node, 'Objective', ['Goal']).map((each) => readObjective(work, each));
  const bare = collect(node, 'PerformanceIndicator', ['Goal', 'Objective']);
  if (bare.length > 0) {
    work.repairs.push(
      `The goal "${said.shortName ?? said.code}" has indicators of its own: an objective of its name holds them.`,
    );
    const { shortName, statement } = said;
    const holder = readObjective(work, { name: 'Objective', attributes: {}, children: bare, text: '', ownText: '' });
    objectives.push({ ...holder, shortName, statement });
  }
  const told = ['Goal', 'Objective', 'PerformanceIndicator'];
  const others = take.rest().filter(({ name }) => !told.includes(name));
  return {
    ...said,
    kind,
    objectives,
    kept: carriedWords(node) ?? [
      ...keptText('Other information', rest),
      ...lines,
      ...others.flatMap((each) => keptLines(each, told)),
      ...keptText('Text', node.ownText),
    ],
  };
};

/** Our reports carry their year in the name; the strategy does not. */
const ownReport = /: annual review of fiscal year \d{4}( \(DRAFT\))?$/;

const readOrganization = (node: XmlNode | null) => {
  if (node === null) return { organization: null, acronym: null, kept: [] };
  const take = takeFrom(node);
  return {
    organization: take.text('Name'),
    acronym: take.text('Acronym'),
    kept: [
      ...keptText('Organization', take.text('Description')),
      ...keptText('Identifier of the organization', take.text('Identifier')),
      ...take.rest().flatMap((each) => keptLines(each)),
      ...keptText('Organization', node.ownText),
    ],
  };
};

/** Vision or mission, and what else its element says. */
const readAim = (node: XmlNode | null) => {
  if (node === null) return { text: null, kept: [] };
  const take = takeFrom(node);
  const text = take.text('Description') ?? (node.ownText === '' ? null : node.ownText);
  return {
    text,
    kept: [
      ...keptText(`Identifier of the ${node.name.toLowerCase()}`, take.text('Identifier')),
      ...take.rest().flatMap((each) => keptLines(each)),
      ...(node.ownText === text ? [] : keptText(node.name, node.ownText)),
    ],
  };
};

const readPeriod = (node: XmlNode | null, title: string) => {
  const take = node === null ? null : takeFrom(node);
  const [start, end] = [take?.text('StartDate') ?? '', take?.text('EndDate') ?? ''];
  const identifier = take?.text('Identifier') ?? null;
  const period = [start, end].filter((day) => day !== '').join(' to ');
  const kept = [...keptText('Period', period), ...(take?.rest() ?? []).flatMap((each) => keptLines(each))];
  return { ...yearsBetween(start, end, title), identifier, kept };
};

const roots = ['StrategicPlan', 'PerformancePlanOrReport'];

/** Reads a StratML file of either part, whatever its namespace and the order of its elements. */
export const readStratml = (root: XmlNode): ReadStrategy => {
  const work: Work = { repairs: [], sections: new Map(), results: 0 };
  if (!roots.includes(root.name))
    work.repairs.push(
      `The file begins with "${root.name.slice(0, 60)}", which StratML does not: it is read all the same.`,
    );
  const outer = takeFrom(root);
  const title = outer.text('Name');
  const described = outer.text('Description');
  const other = outer.text('OtherInformation');
  const core = outer.one('StrategicPlanCore');
  const inner = core === null ? outer : takeFrom(core);
  const organization = readOrganization(inner.one('Organization'));
  const vision = readAim(inner.one('Vision'));
  const mission = readAim(inner.one('Mission'));
  const period = readPeriod(outer.one('AdministrativeInformation'), title ?? '');
  const goals = collect(root, 'Goal', []).map((each) => readGoal(work, each));
  const isReport = root.attributes.Type === 'Performance_Report';
  const rest = [...outer.rest(), ...(core === null ? [] : inner.rest())].filter(({ name }) => name !== 'Goal');
  if (rest.some((each) => collect(each, 'Objective', ['Goal']).length > 0 || each.name === 'Objective')) {
    work.repairs.push('Objectives that lie in no goal are kept as words of the strategy.');
  }
  if (work.results > 0) {
    work.repairs.push(
      'Targets and results are kept as words with their indicators: figures are recorded in data entry.',
    );
  }
  if (carriedWords(root) !== null) {
    work.repairs.push(
      'This export carries the words of the file that the strategy came from, and they are kept as they were. Targets ' +
        'and linkages set here since are not read from it: the whole record as JSON holds them.',
    );
  }
  const said: SaidStrategy = {
    identifier: period.identifier,
    head: {
      title: title?.replace(ownReport, '') ?? null,
      ...{ organization: organization.organization, acronym: organization.acronym },
      ...{ vision: vision.text, missionSummary: mission.text },
      ...{ firstYear: period.firstYear, lastYear: period.lastYear },
    },
    sections: [...work.sections.values()],
    goals,
    kept: carriedWords(root) ?? [
      ...(ownReport.test(title ?? '') ? keptText('Name', title) : []),
      ...(described === vision.text ? [] : keptText('Description', described)),
      ...keptText('Other information', other),
      ...organization.kept,
      ...vision.kept,
      ...mission.kept,
      ...period.kept,
      ...rest.flatMap((each) => keptLines(each, ['Goal'])),
      ...keptText('Text', root.ownText),
    ],
  };
  const isPart1 = root.name === 'StrategicPlan';
  return {
    kind: isPart1 ? 'stratml_part_1' : isReport ? 'stratml_report' : 'stratml_part_2',
    said,
    repairs: [...strangeElements(root), ...period.repairs, ...work.repairs],
  };
};
