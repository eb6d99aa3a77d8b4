import type { TreeFinding } from '@fbs/core';
import { useState } from 'react';
import { ApiProblem } from '../../lib/api-client.ts';
import { reasonOf } from '../../lib/stale-write.ts';

export type ErrorAt = (pointer: string) => string | undefined;

/** What is to be fixed, beside the field that it is about; the rest above the form. */
export const useFindings = () => {
  const [findings, setFindings] = useState<readonly TreeFinding[]>();
  const [refusal, setRefusal] = useState<string>();
  const errorAt: ErrorAt = (pointer) => findings?.find((each) => each.pointer === pointer)?.detail;
  const show = (found: readonly TreeFinding[], words?: string): void => {
    setFindings(found);
    setRefusal(words);
  };
  const refuse = (error: unknown): void => show(error instanceof ApiProblem ? [...error.errors] : [], reasonOf(error));
  return { findings, refusal, errorAt, show, refuse };
};
