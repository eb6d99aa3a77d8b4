import { signIn } from '../servers/sign-in.ts';

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly version?: string | undefined;
};

const strategy = '/api/strategies/fbs-2018-2022';

const clientOf = async (address: string, persona: string) => {
  const cookie = await signIn(address, persona);
  /** @returns the version of what is there then, where it has one */
  return async ({ method, path, body, version }: Sent): Promise<string | undefined> => {
    const form = body instanceof FormData;
    const reply = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        origin: address,
        ...(version === undefined ? {} : { 'if-match': version }),
        ...(form ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    await reply.arrayBuffer();
    return reply.headers.get('etag') ?? undefined;
  };
};

const formWith = (name: string, text: string): FormData => {
  const form = new FormData();
  form.append('file', new Blob([text]), name);
  return form;
};

/** Things of several people that a hostile request can reach for: of each kind one, of two sections. */
export const leaveThings = async (address: string): Promise<void> => {
  const [planner, contributor] = [await clientOf(address, 'planner'), await clientOf(address, 'contributor')];
  for (const [indicator, send] of [
    ['5.2-C', planner],
    ['2.2-A', contributor],
  ] as const) {
    const at = (what: string): string => `${strategy}/indicators/${indicator}/${what}/2022`;
    await send({ method: 'POST', path: at('discussion'), body: { text: 'Which courses are counted?' } });
    await send({
      method: 'POST',
      path: at('evidence'),
      body: { title: 'Records', url: 'https://www.state.gov/records' },
    });
    await send({ method: 'POST', path: at('evidence'), body: formWith('records.csv', 'course,people\none,12\n') });
    const rows = `indicator,year,value\n${indicator},2022,12\n${indicator},2022,abc\n`;
    await send({ method: 'POST', path: `${strategy}/imports?dryRun=true`, body: formWith('values.csv', rows) });
  }
  const section = `${strategy}/reviews/2022/objectives/1.2`;
  const version = await planner({ method: 'GET', path: section });
  const body = formWith('report.txt', 'What the section rests on.');
  await planner({ method: 'POST', path: `${section}/evidence`, body, version });
};
