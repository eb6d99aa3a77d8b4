export { buildApp } from './app.ts';
export { type Service, systemClock } from './context.ts';
export { overviewMaker } from './features/strategy/read-overview.ts';
export { prepareDatabase } from './prepare-database.ts';
