import type { ProblemCode } from '@fbs/contract';
import type { Action } from '@fbs/core';
import { sampleBodies } from './sample-bodies.ts';

/** An indicator of each section. */
export const indicatorOf = { IP: '2.2-A', RPA: '5.2-C', PEIA: '4.3-A', RMP: '5.1-A' } as const;
export type Section = keyof typeof indicatorOf;

type WritingRule = {
  readonly action: Action;
  readonly bySection?: true;
  /** For whoever may do it at least in the own section. */
  readonly ownSection?: true;
  readonly body?: unknown;
  /** What refuses whoever passes the door; by default the version, or a body that is spoiled. */
  readonly beyond?: ProblemCode;
};

/** For every writing endpoint: what one must be allowed to do. Bodies that would be saved are spoiled instead. */
export const writingRules: Readonly<Record<string, WritingRule>> = {
  recordValue: { action: 'enter values', bySection: true },
  submitValue: { action: 'submit values', bySection: true },
  explainValue: { action: 'enter values', bySection: true },
  returnValue: { action: 'return values' },
  approveValue: { action: 'approve values' },
  setTarget: { action: 'set targets' },
  createIndicator: {
    action: 'define indicators',
    body: { ...(sampleBodies.createIndicator as object), code: 'not a code' },
  },
  changeIndicator: { action: 'define indicators' },
  orderIndicators: { action: 'define indicators', body: { objective: '2.2', codes: ['2.2-A', '2.2-A'] } },
  writeNote: { action: 'write notes', bySection: true, body: { year: 2022, text: ' ' } },
  markSeen: { action: 'read', body: { indicator: '2.2-A', year: 1990 } },
  sendReminders: { action: 'send reminders', body: { entries: [{ indicator: '2.2-A', year: 1990 }] } },
  addEvidence: { action: 'enter values', bySection: true, body: { title: ' ' } },
  tryImport: { action: 'enter values', ownSection: true },
  commitImport: { action: 'enter values', ownSection: true, beyond: 'not_found' },
  cancelImport: { action: 'enter values', ownSection: true, beyond: 'not_found' },
  undoImport: { action: 'enter values', ownSection: true, beyond: 'not_found' },
  removeEvidence: { action: 'enter values', bySection: true, beyond: 'not_found' },
  addComment: { action: 'discuss', body: { text: ' ' } },
  resolveComment: { action: 'discuss', beyond: 'not_found' },
  reopenComment: { action: 'discuss', beyond: 'not_found' },
  addLinkage: {
    action: 'edit linkages',
    body: { ...(sampleBodies.addLinkage as object), subject: { kind: 'goal', code: '99' } },
  },
  changeLinkage: { action: 'edit linkages', beyond: 'not_found' },
  removeLinkage: { action: 'edit linkages', beyond: 'not_found' },
  restoreLinkage: { action: 'edit linkages', beyond: 'not_found' },
  loadFramework: { action: 'edit linkages', beyond: 'invalid' },
  removeFramework: { action: 'edit linkages' },
  writeReview: { action: 'write review' },
  openReview: { action: 'open review' },
  sendToClearance: { action: 'send review to clearance' },
  returnFromClearance: { action: 'return review from clearance' },
  signOffReview: { action: 'sign off review' },
  reopenReview: { action: 'reopen review' },
  writeReviewSection: { action: 'write review' },
  submitReviewSection: { action: 'submit review sections' },
  returnReviewSection: { action: 'return review sections' },
  clearReviewSection: { action: 'clear review sections' },
  addSectionFile: { action: 'write review', body: { title: 'Report' } },
  removeSectionFile: { action: 'write review' },
  addCorrectiveAction: { action: 'write review', body: { what: ' ', who: 'IP', dueOn: '2026-09-30' } },
  updateCorrectiveAction: { action: 'write review' },
  createStrategy: {
    action: 'manage strategies',
    body: { ...(sampleBodies.createStrategy as object), title: ' ' },
  },
  lookAtStrategyFile: { action: 'manage strategies' },
  createStrategyFromFile: { action: 'manage strategies' },
  mergeStrategyFile: { action: 'manage strategies' },
  saveStrategyTree: { action: 'manage strategies' },
  setPredecessor: { action: 'define indicators' },
  moveStrategy: { action: 'manage strategies' },
  changeSettings: { action: 'change settings' },
  setSeal: { action: 'change settings' },
  invitePerson: { action: 'manage people', body: { ...(sampleBodies.invitePerson as object), name: ' ' } },
  changePerson: { action: 'manage people', beyond: 'not_found' },
  disablePerson: { action: 'manage people', beyond: 'not_found' },
  enablePerson: { action: 'manage people', beyond: 'not_found' },
  makeAccountLink: { action: 'manage people', beyond: 'not_found' },
  endSessionsOf: { action: 'manage people', beyond: 'not_found' },
};

/** Who may ask for what is only read: everybody; whoever is signed in; or who may do this, at least in the own section. */
export type ReadingRule = 'everybody' | 'signed in' | Action | readonly [Action, 'own section'];

/** For every reading endpoint. A new one says here who may ask it. */
export const readingRules: Readonly<Record<string, ReadingRule>> = {
  readHealth: 'everybody',
  readLiveness: 'everybody',
  readReadiness: 'everybody',
  readSession: 'everybody',
  beginSingleSignOn: 'everybody',
  endSingleSignOn: 'everybody',
  readEvents: 'signed in',
  readOwnAccount: 'signed in',
  listSessions: 'signed in',
  listStrategies: 'read',
  readPlan: 'read',
  readOverview: 'read',
  listResults: 'read',
  readGoal: 'read',
  readObjective: 'read',
  readMethod: 'read',
  listIndicators: 'read',
  readIndicator: 'read',
  readEarlierSeries: 'read',
  readEntry: 'read',
  readHistory: 'read',
  readEvidence: 'read',
  readEvidenceFile: 'read',
  readDiscussion: 'read',
  readLinkages: 'read',
  readElement: 'read',
  readFrameworkTemplate: 'read',
  listReviews: 'read',
  readReview: 'read',
  readReviewSection: 'read',
  readReviewVersion: 'read',
  readSectionFile: 'read',
  readReviewChanges: 'read',
  readSectionChanges: 'read',
  readExportOutline: 'export',
  exportReview: 'export',
  exportYears: 'export',
  exportPlan: 'export',
  readComparison: 'read',
  readCompleteness: 'read',
  readMyWork: 'read',
  search: 'read',
  listImports: 'read',
  readImport: 'read',
  readImportRows: 'read',
  readImportTemplate: ['enter values', 'own section'],
  readRefusedRows: 'read',
  watchImport: 'read',
  exportRecord: 'manage strategies',
  listManagedStrategies: 'manage strategies',
  readStrategyTree: 'manage strategies',
  readKeptWords: 'manage strategies',
  readOutlineTemplate: 'manage strategies',
  listPeople: 'manage people',
  readSettings: 'change settings',
  readSeal: 'change settings',
  readAudit: 'read the audit log',
  exportAudit: 'read the audit log',
  verifyAudit: 'read the audit log',
};

/** What changes nobody's records but one's own account and sessions. */
export const ownRules: Readonly<Record<string, 'everybody' | 'signed in'>> = {
  signIn: 'everybody',
  signInWithPassword: 'everybody',
  signOut: 'everybody',
  readAccountLink: 'everybody',
  acceptAccountLink: 'everybody',
  proveIdentity: 'signed in',
  changePassword: 'signed in',
  startSecondFactor: 'signed in',
  confirmSecondFactor: 'signed in',
  removeSecondFactor: 'signed in',
  makeRecoveryCodes: 'signed in',
  endSession: 'signed in',
  endOtherSessions: 'signed in',
};
