import { type Role, roles } from './vocabulary.ts';

/** Which groups of an identity provider stand for which roles and sections. */
export type GroupRules = {
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  readonly sections: Readonly<Record<string, string>>;
};

export type Granted = {
  /** In the order of the vocabulary. */
  readonly roles: readonly Role[];
  /** Of several, the one that the rules name first; null: none. */
  readonly section: string | null;
};

/** What somebody's groups give them. */
export const grantedByGroups = (groups: readonly string[], rules: GroupRules): Granted => {
  const held = (group: string): boolean => groups.includes(group);
  const given = new Set(
    Object.entries(rules.roles)
      .filter(([group]) => held(group))
      .flatMap(([, each]) => each),
  );
  const section = Object.entries(rules.sections).find(([group]) => held(group))?.[1] ?? null;
  return { roles: roles.filter((role) => given.has(role)), section };
};
