import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { ConfigurationError } from '../configuration-error.ts';
import type { MetricsText } from './metrics-text.ts';
import type { MetricsSettings } from './running-settings.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const mayRead = ({ headers }: IncomingMessage, token: string | null): boolean =>
  token === null || timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));

const listen = (server: Server, { host, port }: MetricsSettings): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ message }) =>
      reject(
        new ConfigurationError(
          `FBS_METRICS is "${host}:${port}", where nothing can listen (${message}): choose another address or port.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });

export type MetricsServer = { readonly port: number; readonly close: () => void };

/** Metrics on an address of their own, so that whoever reaches the service does not reach them. @throws ConfigurationError */
export const serveMetrics = async (settings: MetricsSettings, text: MetricsText): Promise<MetricsServer> => {
  const server = createServer((request, response) => {
    if (!mayRead(request, settings.token)) {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    } else if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
    } else {
      text.read().then(
        (body) => response.writeHead(200, { 'content-type': text.contentType, 'cache-control': 'no-store' }).end(body),
        () => response.writeHead(500).end(),
      );
    }
  });
  server.requestTimeout = 10_000;
  await listen(server, settings);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : settings.port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
