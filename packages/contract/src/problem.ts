import { z } from 'zod';

export const problemCodes = [
  'bad_request',
  'not_signed_in',
  'not_allowed',
  'proof_needed',
  'not_found',
  'method_not_allowed',
  'conflict',
  'already_exists',
  'stale',
  'precondition_required',
  'refused',
  'invalid',
  'too_large',
  'unsupported_media_type',
  'too_many_requests',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457 problem details; `errors` point at the parts of the request to mend. */
export const problem = z
  .object({
    type: z.string().describe('A URI reference that names the kind of problem'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What is wrong and what to do, in a sentence'),
    code: z.enum(problemCodes),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problem>;

/** 412: somebody else was faster; `current` is how the thing stands now. */
export const staleOf = <T extends z.ZodType>(current: T) => problem.extend({ current }).meta({});

export const refusals = { 400: problem, 401: problem, 403: problem, 404: problem, 422: problem } as const;
export const writeRefusals = { ...refusals, 409: problem, 428: problem } as const;
