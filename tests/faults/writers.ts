/** What the service said is saved. */
export type Acknowledged =
  | {
      readonly kind: 'value';
      readonly indicator: string;
      readonly version: number;
      readonly value: string;
      readonly note: string;
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string };

export type Writing = {
  readonly acknowledged: Acknowledged[];
  /** Answers that are neither an acknowledgment nor the end of the connection. */
  readonly refusals: string[];
};

const strategy = '/api/strategies/fbs-2018-2022';
const year = 2022;

/** Twenty indicators that take any number; each writer has one of its own. */
export const indicators = [
  ...['1.1-A', '1.1-B', '1.1-C', '1.1-D', '1.2-A', '1.2-B', '1.2-D', '2.1-A', '2.1-C', '2.1-D'],
  ...['2.2-A', '2.2-B', '3.1-A', '3.1-B', '3.1-C', '3.1-D', '3.2-A', '3.2-B', '4.1-B', '5.2-D'],
] as const;

/** Those whose values carry a breakdown that sums to them. */
const bySex: readonly string[] = ['1.2-D', '2.1-C', '2.2-A', '3.2-A'];

type Call = { readonly method: string; readonly path: string; readonly body?: unknown; readonly version?: number };

export const callerAt =
  (address: string, cookie: string, signal?: AbortSignal) =>
  ({ method, path, body, version }: Call): Promise<Response> =>
    fetch(`${address}${strategy}${path}`, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });

type Caller = ReturnType<typeof callerAt>;

const entryAt = (indicator: string): string => `/indicators/${indicator}/values/${year}`;

const breakdownOf = (indicator: string, value: number) =>
  bySex.includes(indicator)
    ? {
        breakdown: [
          { dimension: 'sex', category: 'female', value: String(value - 7) },
          { dimension: 'sex', category: 'male', value: '7' },
        ],
      }
    : {};

/** One value, one note and one comment after the other, until the connection ends. */
const writeOn = async (
  call: Caller,
  indicator: string,
  round: number,
  { acknowledged, refusals }: Writing,
): Promise<void> => {
  const { version: first } = (await (await call({ method: 'GET', path: entryAt(indicator) })).json()) as {
    version: number;
  };
  let version = first;
  for (let turn = 1; ; turn += 1) {
    const word = `round${round}turn${turn}of${indicator.replaceAll(/\W/g, '')}`;
    const value = 1000 + round * 100 + turn;
    const body = {
      value: String(value),
      note: word,
      explanation: word,
      reason: 'A fault is near.',
      ...breakdownOf(indicator, value),
    };
    const saved = await call({ method: 'PUT', path: entryAt(indicator), body, version });
    const entry = (await saved.json()) as { version: number };
    if (saved.status !== 200) {
      refusals.push(`${saved.status} ${JSON.stringify(entry)}`);
      return;
    }
    version = entry.version;
    acknowledged.push({ kind: 'value', indicator, version, value: String(value), note: word });
    const noted = await call({
      method: 'POST',
      path: `/indicators/${indicator}/notes`,
      body: { year, text: `A note of ${word}.` },
    });
    if (noted.ok) acknowledged.push({ kind: 'note', text: `A note of ${word}.` });
    else refusals.push(`${noted.status} ${await noted.text()}`);
    const said = await call({
      method: 'POST',
      path: `/indicators/${indicator}/discussion/${year}`,
      body: { text: `A comment of ${word}.` },
    });
    if (said.ok) acknowledged.push({ kind: 'comment', text: `A comment of ${word}.` });
    else refusals.push(`${said.status} ${await said.text()}`);
  }
};

/** Twenty clients that write until the service dies; resolves when all have met its end. */
export const writeUntilItEnds = async (
  address: string,
  cookies: readonly string[],
  round: number,
  writing: Writing,
): Promise<void> => {
  const ends = indicators.map((indicator, index) =>
    writeOn(callerAt(address, cookies[index % cookies.length] ?? ''), indicator, round, writing).catch(
      (error: unknown) => {
        // the end of the connection is what they wait for
        if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      },
    ),
  );
  await Promise.all(ends);
};
