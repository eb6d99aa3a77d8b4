/** An action that the rules do not allow now, with the sentence that says what to do instead. */
export type Refusal = { readonly refused: string };

export const isRefusal = (answer: string | Refusal): answer is Refusal => typeof answer !== 'string';
