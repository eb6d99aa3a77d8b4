/** A wrong value of a variable, in a sentence that names it. */
export class ConfigurationError extends Error {}
