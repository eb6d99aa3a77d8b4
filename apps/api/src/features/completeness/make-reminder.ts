import { randomUUID } from 'node:crypto';
import type { Day, Year } from '@fbs/core';
import { type Queries, reminderRepository } from '@fbs/db';
import type { Actor, Service } from '../../context.ts';
import { type Indicator, placeOf } from '../../results/load-facts.ts';
import type { Results } from '../../results/results.ts';
import { trace } from '../../trace.ts';
import type { Receiver } from './missing-entries.ts';

/** One reminder that was made: who is asked for what. */
export type Sent = {
  readonly id: string;
  readonly receiver: Receiver;
  readonly indicator: string;
  readonly name: string;
  readonly year: Year;
  readonly dueDay: Day;
};

/** Who reminds; null: the service itself. */
export type Sender = Actor | null;

export type Making = {
  readonly queries: Queries;
  readonly service: Pick<Service, 'clock'>;
  readonly sender: Sender;
  readonly results: Results;
};

/** Asks one person for one value, with its trace. */
export const makeReminder = async (
  { queries, service, sender, results }: Making,
  indicator: Indicator,
  year: Year,
  receiver: Receiver,
): Promise<Sent> => {
  const id = randomUUID();
  const at = service.clock();
  const strategyId = results.facts.strategy.id;
  const day = results.facts.moment.today;
  const place = { indicatorId: indicator.id, year, receiverId: receiver.id, day };
  await reminderRepository.addReminder(queries, { id, strategyId, senderId: sender?.id ?? null, at, ...place });
  await trace(queries, { actor: sender }, at, {
    action: 'sent a reminder',
    kind: 'reminder',
    id: placeOf(indicator.id, year),
    strategy: strategyId,
    before: null,
    after: place,
  });
  const { dueDay } = results.entry(indicator, year);
  return { id, receiver, indicator: indicator.code, name: indicator.definition.name, year, dueDay };
};
