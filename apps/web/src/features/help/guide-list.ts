import type { SignedInPerson } from '../../lib/session.ts';

/** The guides, and whose each is. */
export const guideList = [
  { name: 'leadership', label: 'Leadership', role: 'viewer' },
  { name: 'planner', label: 'Planner', role: 'planner' },
  { name: 'contributor', label: 'Contributor', role: 'contributor' },
  { name: 'reviewer', label: 'Reviewer', role: 'reviewer' },
  { name: 'administrator', label: 'Administrator', role: 'administrator' },
] as const;

/** Who has several roles begins with the one that has most to do; who only reads, with the guide for reading. */
const byWork = ['planner', 'contributor', 'reviewer', 'administrator', 'viewer'] as const;

export const ownGuide = ({ roles }: Pick<SignedInPerson, 'roles'>): string => {
  const role = byWork.find((each) => roles.includes(each));
  return guideList.find((guide) => guide.role === role)?.name ?? 'leadership';
};
