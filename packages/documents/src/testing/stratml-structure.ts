import { XMLParser } from 'fast-xml-parser';

/** The elements of StratML Part 2 in the order in which each may hold them; a star marks those that may repeat. */
const orders: Readonly<Record<string, readonly string[]>> = {
  PerformancePlanOrReport: [
    'Name',
    'Description',
    'OtherInformation',
    'StrategicPlanCore',
    'AdministrativeInformation',
    'Submitter',
  ],
  StrategicPlanCore: ['Organization*', 'Vision', 'Mission', 'Value*', 'Goal*'],
  Organization: ['Name', 'Acronym', 'Identifier', 'Description', 'Stakeholder*'],
  Vision: ['Description', 'Identifier'],
  Mission: ['Description', 'Identifier'],
  Goal: ['Name', 'Description', 'Identifier', 'SequenceIndicator', 'Stakeholder*', 'OtherInformation', 'Objective*'],
  Objective: [
    'Name',
    'Description',
    'Identifier',
    'SequenceIndicator',
    'Stakeholder*',
    'OtherInformation',
    'PerformanceIndicator*',
  ],
  Stakeholder: ['Name', 'Description', 'Role*'],
  Role: ['Name', 'Description', 'RoleType*'],
  PerformanceIndicator: [
    'SequenceIndicator',
    'MeasurementDimension',
    'UnitOfMeasurement',
    'Identifier',
    'Relationship*',
    'MeasurementInstance*',
    'OtherInformation',
  ],
  Relationship: ['Identifier', 'ReferentIdentifier', 'Name', 'Description'],
  MeasurementInstance: ['TargetResult*', 'ActualResult*'],
  TargetResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  ActualResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  Descriptor: ['DescriptorName', 'DescriptorValue'],
  AdministrativeInformation: ['Identifier', 'StartDate', 'EndDate', 'PublicationDate', 'Source'],
};

const texts: Readonly<Record<string, RegExp>> = {
  Identifier: /^_[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  ReferentIdentifier: /^_[0-9a-f-]{36}$/,
  StartDate: /^\d{4}-\d\d-\d\d$/,
  EndDate: /^\d{4}-\d\d-\d\d$/,
  PublicationDate: /^\d{4}-\d\d-\d\d$/,
  NumberOfUnits: /^-?\d+(\.\d+)?$/,
  RoleType: /^(Performer|Beneficiary)$/,
};

export type Node = {
  readonly name: string;
  readonly text: string;
  readonly inside: readonly Node[];
  readonly attributes: Readonly<Record<string, string>>;
};

type Parsed = Readonly<Record<string, unknown>>;

const nodeOf = (parsed: Parsed): Node => {
  const name = Object.keys(parsed).find((key) => key !== ':@') ?? '';
  const inside = parsed[name] as readonly Parsed[];
  return {
    name,
    text: inside.map((each) => each['#text']).join(''),
    inside: inside.filter((each) => !('#text' in each)).map(nodeOf),
    attributes: (parsed[':@'] ?? {}) as Readonly<Record<string, string>>,
  };
};

/** Read by another library than what wrote it. */
export const readStratml = (bytes: Uint8Array): Node => {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    parseTagValue: false,
    trimValues: false,
    processEntities: true,
  });
  const [root] = (parser.parse(Buffer.from(bytes).toString('utf8')) as Parsed[]).filter((each) => !('#text' in each));
  return nodeOf(root ?? {});
};

export const allNodes = (node: Node): Node[] => [node, ...node.inside.flatMap(allNodes)];

export const nodesCalled = (root: Node, name: string): Node[] => allNodes(root).filter((node) => node.name === name);

const orderProblems = ({ name, inside }: Node): string[] => {
  const order = orders[name] ?? [];
  let at = 0;
  const problems: string[] = [];
  for (const child of inside) {
    const place = order.findIndex((each, index) => index >= at && each.replace('*', '') === child.name);
    if (place < 0) problems.push(`${child.name} may not stand there in ${name}`);
    else at = order[place]?.endsWith('*') ? place : place + 1;
  }
  return problems;
};

/** What a StratML file does against its structure, in sentences; the schema itself may not be here to ask. */
export const structureProblems = (root: Node): string[] => {
  const nodes = allNodes(root);
  const identifiers = nodes.filter(({ name }) => name === 'Identifier').map(({ text }) => text);
  const wrong = nodes.filter(({ name, text }) => texts[name] !== undefined && !texts[name]?.test(text));
  const repeated = identifiers.filter((each, index) => identifiers.indexOf(each) !== index);
  return [
    ...nodes.flatMap(orderProblems),
    ...wrong.map(({ name, text }) => `${name} holds "${text}"`),
    ...repeated.map((each) => `${each} names two things`),
  ];
};
