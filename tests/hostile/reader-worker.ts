import { parentPort } from 'node:worker_threads';
import { readFrameworkFile } from '../../packages/documents/src/imports/framework-file.ts';
import { readImport } from '../../packages/documents/src/imports/read-import.ts';
import { recognizeFile } from '../../packages/documents/src/recognize-file.ts';
import { readStrategyFile } from '../../packages/documents/src/strategy-files/read-strategy-file.ts';

/** Everything that opens what people hand in. */
const readers = {
  readImport,
  readFrameworkFile,
  recognizeFile: (bytes: Uint8Array) => recognizeFile(bytes, 'records.csv'),
  readStrategyFile,
} as const;
export type ReaderName = keyof typeof readers;

export type ReaderTask = { readonly reader: ReaderName; readonly bytes: Uint8Array };
export type ReaderAnswer = { readonly ms: number; readonly outcome: string };

const sentence = (answer: unknown): string => {
  if (typeof answer !== 'object' || answer === null || !('refused' in answer)) return 'read';
  return /^[A-Z"0-9].*[.:]$/su.test(String(answer.refused))
    ? 'refused'
    : `refused without a sentence: ${answer.refused}`;
};

const answerTo = async ({ reader, bytes }: ReaderTask): Promise<ReaderAnswer> => {
  const began = performance.now();
  try {
    const outcome = sentence(await readers[reader](bytes));
    return { ms: performance.now() - began, outcome };
  } catch (error) {
    return { ms: performance.now() - began, outcome: `threw ${error instanceof Error ? error.stack : String(error)}` };
  }
};

parentPort?.on('message', async (task: ReaderTask) => {
  parentPort?.postMessage(await answerTo(task));
});
