import { DomainError } from './domain-error.ts';

/** How a version travels in ETag and If-Match. */
export const tagOf = (version: number): string => `"${version}"`;

/** Whether If-None-Match names what the caller would get; a proxy that packs the answer makes the tag a weak one. */
export const knows = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch === etag || (ifNoneMatch ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);

/** The version a caller saw. @throws DomainError precondition_required, bad_request */
export const versionSeen = (ifMatch: string | undefined): number => {
  if (ifMatch === undefined) {
    throw new DomainError(
      'precondition_required',
      'Send the version that you saw in If-Match, for example "3"; "0" where nothing was recorded.',
    );
  }
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  if (digits === undefined) {
    throw new DomainError('bad_request', 'If-Match is not one version: send the ETag that you saw, for example "3".');
  }
  return Number(digits);
};

/** @throws DomainError stale, with how the thing stands now, where somebody else was faster */
export const checkVersion = async (seen: number, version: number, current: () => unknown): Promise<void> => {
  if (seen === version) return;
  throw new DomainError('stale', 'Someone changed this while you had it open: compare both versions and choose one.', {
    current: await current(),
  });
};

/** Sends the version of an answer along as ETag, ready for the next If-Match. */
export const tagged = async <T extends { readonly version: number }>(
  reply: { header(name: 'etag', value: string): unknown },
  answer: Promise<T>,
): Promise<T> => {
  const thing = await answer;
  reply.header('etag', tagOf(thing.version));
  return thing;
};
