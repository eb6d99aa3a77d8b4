export { buildApp } from './app.ts';
export { systemClock } from './clock.ts';
export type { Service } from './context.ts';
export { overviewMaker } from './features/strategy/read-overview.ts';
export { prepareDatabase } from './prepare-database.ts';
