import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../servers/programs.ts';

/** The name that stands in the examples. */
export const site = 'fbs.example.gov';

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

export type ProxyName = 'nginx' | 'caddy';

export const hasProxy = (name: ProxyName): boolean =>
  process.platform === 'linux' && spawnSync(name, [name === 'nginx' ? '-v' : 'version']).status === 0;

type Places = {
  readonly folder: string;
  readonly http: number;
  readonly https: number;
  readonly service: number;
  readonly certificate: string;
  readonly key: string;
};

/** A certificate of its own for the name of the examples. */
export const makeCertificate = (folder: string): Pick<Places, 'certificate' | 'key'> => {
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'key.pem')];
  const names = ['-subj', `/CN=${site}`, '-addext', `subjectAltName=DNS:${site}`];
  const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', [...make, ...names, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  return { certificate, key };
};

const example = (file: string): string => readFileSync(join(root, 'deploy', file), 'utf8');

/** Every place has to be in the example: else something else would be tried than what people copy. */
const replaced = (text: string, places: readonly (readonly [string, string])[]): string =>
  places.reduce((done, [from, to]) => {
    if (!done.includes(from)) throw new Error(`the example does not say "${from}" any more`);
    return done.replaceAll(from, to);
  }, text);

const configureNginx = ({ folder, http, https, service, certificate, key }: Places): string[] => {
  const text = replaced(example('nginx.conf'), [
    ['listen 80;', `listen 127.0.0.1:${http};`],
    ['listen [::]:80;', ''],
    ['listen 443 ', `listen 127.0.0.1:${https} `],
    ['listen [::]:443 ssl http2;', ''],
    ['server 127.0.0.1:4000;', `server 127.0.0.1:${service};`],
    ['/etc/ssl/fbs.example.gov/fullchain.pem', certificate],
    ['/etc/ssl/fbs.example.gov/key.pem', key],
  ]);
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const own = process.getuid?.() === 0 ? 'user root;\n' : '';
  const around = `${own}daemon off; pid ${join(folder, 'nginx.pid')}; error_log stderr;
events {}
http { access_log off; ${kept.join(' ')}
${text}
}`;
  writeFileSync(join(folder, 'nginx.conf'), around);
  return ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
};

const configureCaddy = ({ folder, http, https, service, certificate, key }: Places): string[] => {
  const text = replaced(example('Caddyfile'), [
    [`\n${site} {`, `\n${site} {\n\ttls ${certificate} ${key}`],
    ['127.0.0.1:4000', `127.0.0.1:${service}`],
  ]);
  const options = `{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port ${http}\n\thttps_port ${https}\n}\n`;
  writeFileSync(join(folder, 'Caddyfile'), options + text);
  return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
};

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );

/** Runs a proxy by its example in `deploy/`, but for its ports, its certificate and where it may write. */
export const startProxy = async (name: ProxyName, places: Places): Promise<{ readonly end: () => Promise<void> }> => {
  const args = (name === 'nginx' ? configureNginx : configureCaddy)(places);
  const home = { HOME: places.folder, XDG_DATA_HOME: places.folder, XDG_CONFIG_HOME: places.folder };
  const child: ChildProcess = spawn(name, args, {
    env: { ...process.env, ...home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (said += String(data)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  while (!(await answers(places.http))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start: ${said}`);
    await wait(20);
  }
  return {
    end: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
