import { sql } from 'drizzle-orm';
import { counters } from './schema/service.ts';

/** What the data version will be once the write in progress commits: a write raises it by one, at its end. */
export const nextDataVersion = sql<number>`coalesce((select ${counters.value} from ${counters} where ${counters.name} = 'data_version'), 0) + 1`;
