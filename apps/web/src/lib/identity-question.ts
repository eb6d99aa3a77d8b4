/** What the server wants first: that somebody signs in again, or shows that it is still them. */
export type IdentityQuestion = 'sign-in' | 'proof';

type Answer = (question: IdentityQuestion) => Promise<boolean>;

let answer: Answer = async () => false;

/** Whoever can ask the person, on top of whatever screen is open; it says whether to try again. */
export const answerIdentity = (by: Answer): void => {
  answer = by;
};

export const askIdentity: Answer = (question) => answer(question);

export const isTyping = (): boolean =>
  document.activeElement?.matches('input, textarea, [contenteditable]') === true ||
  document.querySelector('dialog[open]') !== null;

const questionOf = (method: string, url: string, status: number, body: unknown): IdentityQuestion | null => {
  // these are how the questions are answered
  if (/^\/api\/session(\/|$)/.test(url)) return null;
  if ((body as { code?: unknown } | undefined)?.code === 'proof_needed') return 'proof';
  // reading leads to the sign-in page and back, where nothing that was typed is lost on the way
  return status === 401 && (method !== 'GET' || isTyping()) ? 'sign-in' : null;
};

/** Whether the question behind a refusal was answered, so that the same can be asked once more. */
export const isAnswered = async (method: string, url: string, status: number, body: unknown): Promise<boolean> => {
  const question = questionOf(method, url, status, body);
  return question !== null && (await answer(question));
};

let touchedAt = Date.now();
let usedAt = Date.now();
const touched = (): void => {
  touchedAt = Date.now();
};
for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  globalThis.addEventListener?.(event, touched, { passive: true, capture: true });
}

/** When somebody last touched this page, and when it last asked for something on their behalf. */
export const lastUse = () => ({ touchedAt, usedAt });

/** Notes a request. false: nobody has touched this page for a minute; what it asks for by itself is no use of the session. */
export const noteUse = (): boolean => {
  if (Date.now() - touchedAt > 60_000) return false;
  usedAt = Date.now();
  return true;
};
