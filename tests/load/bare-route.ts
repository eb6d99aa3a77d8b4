// A bare Fastify route in a process of its own: what this machine can do at all, for the figures to stand beside.
import Fastify from 'fastify';

const app = Fastify();
const body = Buffer.alloc(Number(process.env.BYTES), 'x');
app.get('/*', (_request, reply) => reply.type('application/json').send(body));
app.listen({ host: '127.0.0.1', port: 0 }).then((address) => process.stdout.write(`answers at ${address}\n`));
