/** What the address of the audit log may carry; what makes no sense counts as not given. */
export type AuditSearch = {
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  readonly text?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;

const dayOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

export const readAuditSearch = (search: Readonly<Record<string, unknown>>): AuditSearch => ({
  person: textOf(search.person),
  kind: textOf(search.kind),
  text: textOf(search.text),
  from: dayOf(search.from),
  to: dayOf(search.to),
});

export const isNarrowed = (search: AuditSearch): boolean => Object.values(search).some((value) => value !== undefined);
