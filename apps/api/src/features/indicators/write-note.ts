import { randomUUID } from 'node:crypto';
import type { Year } from '@fbs/core';
import { indicatorRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { coveredYear, indicatorOf } from '../../results/present.ts';
import { trace } from '../../trace.ts';
import { factsNow, type Place, refuse } from './definition-work.ts';

type Note = Place & { readonly year: Year; readonly text: string };

export const writeNote = (context: Context, input: Note) =>
  context.database.write(async (queries) => {
    const facts = await factsNow(queries, context, input.strategy);
    const indicator = indicatorOf(facts, input.indicator);
    allow(context.actor, 'write notes', { section: indicator.definition.section });
    const year = coveredYear(facts, input.year);
    const text = input.text.trim();
    if (text === '') refuse([{ pointer: '/text', detail: 'Write something in the note.' }]);
    const at = context.clock();
    const note = { id: randomUUID(), indicatorId: indicator.id, year, text, personId: context.actor.id, at };
    await indicatorRepository.addNote(queries, note);
    await trace(queries, context, at, {
      action: 'wrote a note',
      kind: 'indicator',
      id: indicator.id,
      strategy: input.strategy,
      before: null,
      after: { year, text },
    });
    return { id: note.id, year, text, person: context.actor.name, at, illustrative: false };
  });
