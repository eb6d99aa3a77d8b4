import type { Answer } from './wire.ts';

const leaks = /node_modules|SQLITE_|\.ts:\d+|\.js:\d+/;

/** What is wrong with an answer, whatever was asked. */
export const complaintsOf = ({ status, headers, text }: Answer): string[] => {
  const wrong: string[] = [];
  if (status >= 500) wrong.push(`answered ${status}`);
  // an expectation of HTTP that nobody has is refused by Node itself, in no words
  if (
    status >= 400 &&
    status < 500 &&
    status !== 417 &&
    !headers['content-type']?.startsWith('application/problem+json')
  ) {
    wrong.push(`a refusal (${status}) of type ${headers['content-type'] ?? 'none'}`);
  }
  if (status >= 400 && leaks.test(text)) wrong.push('a refusal tells of what lies behind it');
  if (Object.keys(headers).some((name) => name.startsWith('x-hostile'))) wrong.push('a header came in by the request');
  if (/hostile/.test(String(headers['set-cookie'] ?? ''))) wrong.push('a cookie came in by the request');
  return wrong;
};

/** How long an answer may take: of what makes papers, reads files or checks every record, ten times as long. */
export const timeFor = (heavy: boolean): number => (heavy ? 10_000 : 1000);

type Measured = { readonly ms: number; readonly cpu: number };

/**
 * Others share the processor: what was slow in company is asked twice more with nobody beside it, and held against the
 * service where that is slow again, and either the service itself computed for half of the time or it took five times it.
 */
export const isSlow = (tries: readonly Measured[], limit: number): boolean =>
  tries.every(({ ms, cpu }) => ms > limit && (cpu > limit / 2 || ms > 5 * limit));
