import * as contract from '@fbs/contract';
import type { Service } from '../../context.ts';
import { untilGone } from '../../in-thread.ts';
import { attachment } from '../../plugins/attachment.ts';
import { contextFor } from '../../plugins/sign-in-sessions.ts';
import type { App } from '../../typed-app.ts';
import { exportRecord } from './export-record.ts';
import { recordSchema } from './strategy-record.ts';

/** The forms of our own JSON files; whoever reads them needs no account. */
const schemaRoutes = (app: App): void => {
  const hidden = { schema: { hide: true } as object };
  app.get('/api/schemas/review.json', hidden, () =>
    contract.jsonSchemaOf(contract.reviewDocument, 'Annual review, as it was signed'),
  );
  app.get('/api/schemas/strategy-years.json', hidden, () =>
    contract.jsonSchemaOf(contract.yearsDocument, 'Annual reviews of all years of a strategy'),
  );
  app.get('/api/schemas/strategy-record.json', hidden, () =>
    contract.jsonSchemaOf(recordSchema(), 'Record of a strategy'),
  );
};

export const exportsRoutes = (app: App, service: Service): void => {
  schemaRoutes(app);
  app.route({
    ...contract.exportRecord,
    handler: async (request, reply) => {
      const input = { ...request.params, signal: untilGone(reply.raw) };
      const { bytes, name, mediaType } = await exportRecord(contextFor(service, request), input);
      return reply
        .headers(attachment(name))
        .type(mediaType)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as never);
    },
  });
};
