import { useState } from 'react';
import { ApiProblem, type FieldError } from './api-client.ts';
import { reasonOf } from './stale-write.ts';

export type ErrorAt = (pointer: string) => string | undefined;

/** What is to be fixed, beside the field that it is about; the rest above the form. */
export const useFindings = () => {
  const [findings, setFindings] = useState<readonly FieldError[]>();
  const [refusal, setRefusal] = useState<string>();
  const errorAt: ErrorAt = (pointer) => findings?.find((each) => each.pointer === pointer)?.detail;
  const show = (found: readonly FieldError[], words?: string): void => {
    setFindings(found);
    setRefusal(words);
  };
  const refuse = (error: unknown): void => show(error instanceof ApiProblem ? [...error.errors] : [], reasonOf(error));
  const unplaced = (findings ?? []).length === 0 ? refusal : undefined;
  return { findings, refusal, unplaced, errorAt, show, refuse };
};
