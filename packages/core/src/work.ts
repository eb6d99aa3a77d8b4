import { addDays } from './fiscal-year.ts';
import { type Actor, maySelf, permits } from './permission.ts';
import type { Day, EntryState, IndicatorRole, ReviewState, SectionState, Year } from './vocabulary.ts';

/** In the order in which they stand: what somebody asked for or sent back first, what can wait last. */
export const workKinds = [
  'reminded',
  'mentioned',
  'returned',
  'section_returned',
  'overdue',
  'draft',
  'to_approve',
  'section_to_clear',
  'action_to_update',
  'due',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** What is due within so many days is listed before it is late. */
export const dueWithinDays = 30;

type Who = { readonly id: string; readonly name: string };

export type WorkEntry = {
  readonly indicator: string;
  readonly name: string;
  readonly section: string;
  readonly role: IndicatorRole;
  readonly year: Year;
  readonly state: EntryState;
  readonly dueDay: Day;
  /** Nobody changes it now: frozen, retired, worked out from others. */
  readonly closed: boolean;
  readonly inClearance: boolean;
  /** The last record: who made it, and on which day; null where there is none. */
  readonly recorded: (Who & { readonly day: Day }) | null;
  readonly submittedBy: string | null;
  readonly returnNote: string | null;
  /** The latest reminder that this person has not yet seen; `sender` null: the service itself. */
  readonly reminder: { readonly sender: string | null; readonly day: Day } | null;
};

export type WorkSection = {
  readonly objective: string;
  readonly name: string;
  readonly year: Year;
  readonly review: ReviewState;
  readonly state: SectionState;
  readonly recorded: Who & { readonly day: Day };
  readonly submittedBy: string | null;
  readonly returnNote: string | null;
};

/** An open corrective action that was carried into the review of a year and not updated for it. */
export type WorkAction = {
  readonly objective: string;
  readonly what: string;
  readonly dueOn: Day;
  readonly openedYear: Year;
  readonly year: Year;
  readonly review: ReviewState;
};

/** An open comment that mentions this person, who has not seen it yet. */
export type WorkMention = {
  readonly indicator: string;
  readonly name: string;
  readonly section: string;
  readonly year: Year;
  readonly author: string;
  readonly text: string;
  readonly day: Day;
};

export type WorkFacts = {
  readonly actor: Actor & { readonly id: string };
  readonly today: Day;
  readonly selfApproval: boolean;
  readonly entries: readonly WorkEntry[];
  readonly sections: readonly WorkSection[];
  readonly actions: readonly WorkAction[];
  /** Oldest first. */
  readonly mentions: readonly WorkMention[];
};

export type WorkItem = {
  readonly kind: WorkKind;
  readonly year: Year;
  readonly indicator: string | null;
  readonly objective: string | null;
  readonly name: string;
  /** Who owns the indicator; null for what belongs to the review. */
  readonly section: string | null;
  /** The day that counts: due, asked, returned or submitted, as the kind says. */
  readonly day: Day;
  readonly late: boolean;
  readonly reason: string;
};

const quoted = (note: string | null): string =>
  note === null || note.trim() === '' ? '.' : `: \u201c${note.trim()}\u201d`;

type Told = Pick<WorkItem, 'kind' | 'day' | 'reason'>;

/** What whoever enters this figure has to do about it. */
const toEnter = (entry: WorkEntry, { actor, today }: WorkFacts): Told | null => {
  const { state, dueDay, recorded, returnNote } = entry;
  const late = today > dueDay;
  if (state === 'returned') {
    const who = recorded === null ? 'A reviewer' : recorded.name;
    return { kind: 'returned', day: recorded?.day ?? dueDay, reason: `${who} returned it${quoted(returnNote)}` };
  }
  if (state === 'draft' && recorded?.id === actor.id) {
    return { kind: 'draft', day: dueDay, reason: 'You began it and have not submitted it.' };
  }
  if (entry.role !== 'performance') return null;
  if (state === 'draft' && late) {
    return { kind: 'overdue', day: dueDay, reason: `${recorded?.name ?? 'Someone'} began it; it is not submitted.` };
  }
  if (state === 'not_reported') return { kind: 'overdue', day: dueDay, reason: 'No value is entered.' };
  // past its day and yet not due: the indicator came later than the period
  const soon = state === 'not_due' && dueDay >= today && dueDay <= addDays(today, dueWithinDays);
  return soon ? { kind: 'due', day: dueDay, reason: 'No value is entered yet.' } : null;
};

/** A reminder lifts what it asks for above everything else, and keeps what else there is to say of it. */
const reminded = (entry: WorkEntry, told: Told | null): Told | null => {
  const isOpen = ['not_due', 'not_reported', 'draft', 'returned'].includes(entry.state);
  if (entry.reminder === null || !isOpen) return told;
  const who = entry.reminder.sender ?? 'The service';
  const more = told?.kind === 'returned' ? ` ${told.reason}` : '';
  return { kind: 'reminded', day: entry.reminder.day, reason: `${who} asks for this value.${more}` };
};

const toDecide = (entry: WorkEntry, { actor, selfApproval }: WorkFacts): Told | null => {
  if (entry.state !== 'submitted' || !permits(actor, 'approve values', { section: entry.section })) return null;
  if (!maySelf({ submittedBy: entry.submittedBy, actor: actor.id, selfApproval })) return null;
  return {
    kind: 'to_approve',
    day: entry.recorded?.day ?? entry.dueDay,
    reason: entry.recorded === null ? 'Submitted.' : `${entry.recorded.name} submitted it.`,
  };
};

const entryItem = (entry: WorkEntry, facts: WorkFacts): WorkItem | null => {
  if (entry.closed) return null;
  const { actor, today } = facts;
  const mayEnter = !entry.inClearance && permits(actor, 'enter values', { section: entry.section });
  const told = (mayEnter ? reminded(entry, toEnter(entry, facts)) : null) ?? toDecide(entry, facts);
  if (told === null) return null;
  const late = entry.state !== 'submitted' && today > entry.dueDay;
  const { indicator, name, section, year } = entry;
  return { ...told, year, indicator, objective: null, name, section, late };
};

const sectionItem = (section: WorkSection, { actor, selfApproval }: WorkFacts): WorkItem | null => {
  const { objective, name, year, review, state, recorded, submittedBy, returnNote } = section;
  const place = { year, indicator: null, objective, name, section: null, day: recorded.day, late: false };
  if (state === 'returned' && review === 'open' && permits(actor, 'submit review sections')) {
    return { ...place, kind: 'section_returned', reason: `${recorded.name} returned it${quoted(returnNote)}` };
  }
  const decides = review === 'open' || review === 'in_clearance';
  if (state !== 'submitted' || !decides || !permits(actor, 'clear review sections')) return null;
  if (!maySelf({ submittedBy, actor: actor.id, selfApproval })) return null;
  return { ...place, kind: 'section_to_clear', reason: `${recorded.name} submitted it.` };
};

const actionItem = (action: WorkAction, { actor, today }: WorkFacts): WorkItem | null => {
  const { objective, what, dueOn, openedYear, year, review } = action;
  // those who write the review tell the story of its actions; who clears it reads it
  if (review !== 'open' || !permits(actor, 'submit review sections')) return null;
  const reason = `Open since the review of FY ${openedYear}; say how it stands, or close it.`;
  const late = today > dueOn;
  return {
    kind: 'action_to_update',
    year,
    indicator: null,
    objective,
    name: what,
    section: null,
    day: dueOn,
    late,
    reason,
  };
};

const longestQuote = 160;

const shortened = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote).trimEnd()} …`;
};

/** One line for each discussion: its latest mention, and how many came before it. */
const mentionItems = (mentions: readonly WorkMention[]): WorkItem[] => {
  const placeOf = ({ indicator, year }: WorkMention): string => `${indicator} ${year}`;
  return [...new Set(mentions.map(placeOf))].flatMap((place) => {
    const here = mentions.filter((mention) => placeOf(mention) === place);
    const latest = here.at(-1);
    if (latest === undefined) return [];
    const { indicator, name, section, year, author, text, day } = latest;
    const more = here.length === 1 ? '' : ` And ${here.length - 1} more before it.`;
    const reason = `${author} mentioned you: \u201c${shortened(text)}\u201d${more}`;
    return [{ kind: 'mentioned', year, indicator, objective: null, name, section, day, late: false, reason }];
  });
};

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** What waits for a person, in the order of the kinds and, within one, oldest first; each thing once. */
export const workOf = (facts: WorkFacts): WorkItem[] =>
  [
    ...facts.entries.map((entry) => entryItem(entry, facts)),
    ...facts.sections.map((section) => sectionItem(section, facts)),
    ...facts.actions.map((action) => actionItem(action, facts)),
    ...mentionItems(facts.mentions),
  ]
    .filter((item) => item !== null)
    .sort(
      (a, b) =>
        workKinds.indexOf(a.kind) - workKinds.indexOf(b.kind) ||
        a.day.localeCompare(b.day) ||
        byNumber(a.indicator ?? a.objective ?? '', b.indicator ?? b.objective ?? ''),
    );
