export * from './frameworks.ts';
export * from './indicators.ts';
export * from './people.ts';
export * from './plan.ts';
export * from './reviews.ts';
export * from './service.ts';
export * from './targets.ts';
export * from './values.ts';
