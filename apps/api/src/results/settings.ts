import { type Assessment, assessmentLabels, type Decimal } from '@fbs/core';
import { type Queries, serviceRepository } from '@fbs/db';

export type Settings = {
  /** The band around a target, in percent. */
  readonly threshold: Decimal;
  readonly selfApproval: boolean;
  /** How large a file of evidence may be, in megabytes. */
  readonly evidenceSizeLimit: number;
  readonly assessmentNames: Readonly<Record<Assessment, string>>;
};

const megabytesOf = (setting: unknown): number => (typeof setting === 'number' && setting > 0 ? setting : 10);

export const loadSettings = async (queries: Queries): Promise<Settings> => {
  const rows = await serviceRepository.readSettings(queries);
  return {
    threshold: (rows.get('rating_threshold') as Decimal | undefined) ?? '10',
    selfApproval: rows.get('self_approval') === true,
    evidenceSizeLimit: megabytesOf(rows.get('evidence_size_limit')),
    assessmentNames: {
      ...assessmentLabels,
      ...(rows.get('assessment_names') as Partial<Record<Assessment, string>> | undefined),
    },
  };
};
