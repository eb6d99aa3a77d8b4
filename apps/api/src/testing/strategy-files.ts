import {
  createStrategyFromFile,
  type Endpoint,
  lookAtStrategyFile,
  type ManagedTree,
  mergeStrategyFile,
  readStrategyTree,
  type StrategyFileAnswer,
} from '@fbs/contract';
import { type Client, urlOf } from './client.ts';

type Fields = Readonly<Record<string, string>>;
type Sent = {
  readonly text: string | Buffer;
  readonly name?: string;
  readonly fields?: Fields;
  readonly version?: number;
};

const boundary = 'a-boundary-of-tests';
const field = (name: string, value: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

export const sendStrategyFile = (
  client: Client,
  endpoint: Endpoint,
  { text, name = 'plan.xml', fields = {}, version }: Sent,
  params = {},
) =>
  client.raw({
    method: 'POST',
    url: urlOf(endpoint as never, { params } as never),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    payload: Buffer.concat([
      Buffer.from(
        Object.entries(fields)
          .map(([key, value]) => field(key, value))
          .join(''),
      ),
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
      Buffer.from(text),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });

export const answerOf = <T>(reply: { readonly status: number; readonly text: string }): T => {
  if (reply.status >= 300) throw new Error(reply.text);
  return JSON.parse(reply.text) as T;
};

/** A StratML file of a small plan; an indicator may name its unit behind a slash. */
type Leaf = string;
type Branch = { readonly id: string; readonly name: string; readonly leaves?: readonly Leaf[] };
const leafOf = (leaf: Leaf): string => {
  const [name = '', unit = 'people'] = leaf.split('/');
  return `<PerformanceIndicator><MeasurementDimension>${name}</MeasurementDimension><UnitOfMeasurement>${unit}</UnitOfMeasurement><Identifier>_i-${name}</Identifier><OtherInformation>Direction: Higher is better</OtherInformation><MeasurementInstance><TargetResult><NumberOfUnits>75%</NumberOfUnits></TargetResult></MeasurementInstance></PerformanceIndicator>`;
};
export const rivers = (goals: readonly (Branch & { readonly branches: readonly Branch[] })[]): string =>
  `<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan"><Name>Plan of the office</Name><StrategicPlanCore><Organization><Name>Office of Rivers</Name><Acronym>OR</Acronym></Organization><Vision><Description>Clean rivers</Description></Vision>${goals
    .map(
      (goal) =>
        `<Goal><Name>${goal.name}</Name><Description>${goal.name}.</Description><Identifier>${goal.id}</Identifier>${goal.branches
          .map(
            (each) =>
              `<Objective><Name>${each.name}</Name><Description>${each.name}.</Description><Identifier>${each.id}</Identifier><OtherInformation>Said of ${each.name}</OtherInformation>${(each.leaves ?? []).map(leafOf).join('')}</Objective>`,
          )
          .join('')}</Goal>`,
    )
    .join(
      '',
    )}</StrategicPlanCore><AdministrativeInformation><Identifier>_plan</Identifier><StartDate>2022-10-01</StartDate><EndDate>2027-09-30</EndDate></AdministrativeInformation></PerformancePlanOrReport>`;

export const firstEdition = rivers([
  {
    id: '_g1',
    name: 'Water',
    branches: [
      { id: '_o1', name: 'Sampling', leaves: ['Samples', 'Labs'] },
      { id: '_o2', name: 'Training' },
    ],
  },
  { id: '_g2', name: 'Law', branches: [{ id: '_o3', name: 'Permits' }] },
]);
export const secondEdition = rivers([
  { id: '_g1', name: 'Clean water', branches: [{ id: '_o1', name: 'Sampling', leaves: ['Samples/bottles', 'Boats'] }] },
  {
    id: '_g2',
    name: 'Law',
    branches: [
      { id: '_o3', name: 'Permits' },
      { id: '_o2', name: 'Training' },
    ],
  },
  { id: '_g4', name: 'People', branches: [] },
]);

export const riversHead = {
  title: 'Plan of the office',
  organization: 'Office of Rivers',
  acronym: 'OR',
  firstYear: '2023',
  lastYear: '2027',
};

export const lookAt = async (
  client: Client,
  text: string | Buffer,
  into?: string,
  name?: string,
): Promise<StrategyFileAnswer> =>
  answerOf(
    await sendStrategyFile(client, lookAtStrategyFile, {
      text,
      ...(name === undefined ? {} : { name }),
      fields: into === undefined ? {} : { into },
    }),
  );

export const createFrom = async (
  client: Client,
  text: string | Buffer = firstEdition,
  fields: Fields = riversHead,
): Promise<ManagedTree> => answerOf(await sendStrategyFile(client, createStrategyFromFile, { text, fields }));

export const mergeInto = (
  client: Client,
  tree: Pick<ManagedTree, 'id' | 'version'>,
  fields: Fields,
  text = secondEdition,
) => sendStrategyFile(client, mergeStrategyFile, { text, fields, version: tree.version }, { strategy: tree.id });

export const allChanges = { added: 'true', changed: 'true', moved: 'true', removed: 'true' };
export const treeOf = (client: Client, id: string) => client.ok(readStrategyTree, { params: { strategy: id } });
export const shapeOf = ({ goals }: ManagedTree) =>
  goals.map(({ code, shortName, objectives }) => [
    code,
    shortName,
    objectives.map((each) => `${each.code} ${each.shortName}`),
  ]);
