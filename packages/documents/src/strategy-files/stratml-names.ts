import type { XmlNode } from './xml-tree.ts';

/** Every element of StratML Part 1 and Part 2. */
const known: ReadonlySet<string> = new Set([
  ...['PerformancePlanOrReport', 'StrategicPlan', 'StrategicPlanCore', 'AdministrativeInformation', 'Submitter'],
  ...['Name', 'Description', 'OtherInformation', 'Identifier', 'SequenceIndicator', 'Acronym', 'Organization'],
  ...['Vision', 'Mission', 'Value', 'Goal', 'Objective', 'Stakeholder', 'Role', 'RoleType', 'PerformanceIndicator'],
  ...['MeasurementDimension', 'UnitOfMeasurement', 'MeasurementInstance', 'TargetResult', 'ActualResult'],
  ...['NumberOfUnits', 'Descriptor', 'DescriptorName', 'DescriptorValue', 'StartDate', 'EndDate', 'PublicationDate'],
  ...['Source', 'Relationship', 'ReferentIdentifier', 'GivenName', 'Surname', 'PhoneNumber', 'EmailAddress'],
]);

const namesIn = (node: XmlNode): string[] => [node.name, ...node.children.flatMap(namesIn)];

/** A sentence for every element that StratML does not have. */
export const strangeElements = (root: XmlNode): string[] => {
  const counts = new Map<string, number>();
  for (const name of namesIn(root)) if (!known.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].slice(0, 20).map(([name, count]) => {
    const times = count === 1 ? '' : ` (${count} times)`;
    return `The element "${name.slice(0, 60)}"${times} is not part of StratML: its text is kept.`;
  });
};
