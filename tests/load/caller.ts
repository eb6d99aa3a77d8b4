import { Agent, type IncomingMessage, request } from 'node:http';

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Reply = { readonly status: number; readonly etag: string | undefined; readonly text: string };

/** A browser of one person: a few connections, which stay open. */
export const callerFor = (address: string, cookie: string) => {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const send = ({ method, path, body, headers }: Call): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const json = sent === undefined ? {} : { 'content-type': 'application/json' };
      const place = { hostname, port, agent, method, path, timeout: 30_000 };
      const asking = request({ ...place, headers: { cookie, ...json, ...headers } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, etag: answer.headers.etag, text }));
      });
      asking.on('timeout', () => asking.destroy(new Error(`${method} ${path} took longer than 30 seconds`)));
      asking.on('error', reject);
      asking.end(sent);
    });
  return { send, close: () => agent.destroy() };
};
export type Caller = ReturnType<typeof callerFor>;

export type Listening = {
  /** Events that were heard so far, by name. */
  readonly heard: ReadonlyMap<string, number>;
  readonly isOpen: () => boolean;
  readonly leave: () => void;
};

/** An open screen: hears what changes, as long as it is open. */
export const listenFor = (address: string, cookie: string): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const heard = new Map<string, number>();
    let open = true;
    const hear = (answer: IncomingMessage): void => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        for (const [, name = ''] of text.matchAll(/^event: (\w+)$/gm)) heard.set(name, (heard.get(name) ?? 0) + 1);
      });
      answer.on('close', () => {
        open = false;
      });
      if (answer.statusCode === 200) resolve({ heard, isOpen: () => open, leave: () => asking.destroy() });
      else reject(new Error(`no events: ${answer.statusCode}`));
    };
    const asking = request(`${address}/api/events`, { headers: { cookie }, agent: false }, hear);
    asking.on('error', (error) => {
      open = false;
      reject(error);
    });
    asking.end();
  });
