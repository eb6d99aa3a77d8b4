import type { Action, Day, Instant, Mode, Place, Actor as RuleActor, SessionSettings } from '@fbs/core';
import { isProofRecent, permits, refusalSentence } from '@fbs/core';
import type { Database } from '@fbs/db';
import type { ExportPool } from '@fbs/documents';
import type { AccountSettings } from './accounts/account-settings.ts';
import type { PasswordHasher } from './accounts/password-hasher.ts';
import { DomainError } from './domain-error.ts';
import type { RecordThread } from './features/exports/record-thread.ts';
import type { ImportThread } from './features/imports/import-thread.ts';
import type { FileStore } from './file-store.ts';
import type { Mailer } from './mail.ts';
import type { SingleSignOn } from './single-sign-on/single-sign-on.ts';

/** Who asks. */
export type Actor = RuleActor & { readonly id: string; readonly name: string };

/** What the whole service has. */
export type Service = {
  readonly database: Database;
  readonly mode: Mode;
  readonly version: string;
  /** Now, in UTC; tests hand in their own. */
  readonly clock: () => Instant;
  /** Makes papers off the request loop. */
  readonly exports: ExportPool;
  /** null: no mail server is set up. */
  readonly mailer: Mailer | null;
  /** Writes whole strategies out off the request loop. */
  readonly records: RecordThread;
  /** Reads and writes spreadsheets off the request loop. */
  readonly spreadsheets: ImportThread;
  /** What people handed in as files. */
  readonly files: FileStore;
  /** How long sessions and proofs of identity last. */
  readonly sessions: SessionSettings;
  readonly accounts: AccountSettings;
  readonly passwords: PasswordHasher;
  /** null: nobody signs in by an identity provider. */
  readonly singleSignOn: SingleSignOn | null;
  /** Where people find the service; null: nobody said. */
  readonly publicUrl: string | null;
};

/** What a use case may reach. */
export type Context = Service & {
  readonly actor: Actor;
  readonly sessionId: string;
  /** When the actor last showed who they are; null: never. */
  readonly provedAt: Instant | null;
};

export const todayOf = (service: Pick<Service, 'clock'>): Day => service.clock().slice(0, 10);

/** @throws DomainError not_allowed, with a sentence that says who may */
export const allow = (actor: Actor, action: Action, place: Place = {}): void => {
  if (!permits(actor, action, place)) throw new DomainError('not_allowed', refusalSentence(action, actor, place));
};

/** For what is hard to undo. The people of the evaluation have nothing to prove. @throws DomainError proof_needed */
export const requireRecentProof = ({ mode, provedAt, sessions, clock }: Context): void => {
  if (mode === 'evaluation' || isProofRecent(provedAt, clock(), sessions)) return;
  throw new DomainError(
    'proof_needed',
    `You signed in more than ${sessions.proofMinutes} minutes ago: show that it is still you, then try again.`,
  );
};
