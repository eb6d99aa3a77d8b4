import { forgetTried } from './last-tried.ts';
import { makeRefusedRows } from './make-refused-rows.ts';
import { makeTemplate } from './make-template.ts';
import { takeOver } from './take-over.ts';
import { runTask, type TaskLink } from './thread-task.ts';
import { tryRows } from './try-rows.ts';

/** Called in the thread of imports, by name. */
export const tasks = { tryRows, takeOver, makeTemplate, makeRefusedRows } as const;
export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[1];
export type TaskAnswer<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;

export type ThreadTask<N extends TaskName = TaskName> = {
  readonly name: N;
  readonly link: TaskLink;
  readonly input: TaskInput<N>;
};

export const run = ({ name, link, input }: ThreadTask) => {
  // other tasks need the memory more
  if (name !== 'takeOver') forgetTried();
  return runTask(link, (work) => (tasks[name] as (work: unknown, input: unknown) => Promise<unknown>)(work, input));
};
