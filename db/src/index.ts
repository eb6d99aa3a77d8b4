export type { Database, Queries } from './database.ts';
export { type DatabaseSettings, openDatabase } from './open-database.ts';
export { DatabaseRefusal } from './refusal.ts';
export { makeTemplate, type Template } from './template.ts';
