import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attachment } from './attachment.ts';

const dispositionOf = (name: string): string => attachment(name)['content-disposition'];

it.each([
  ['FBS-review-FY2022-v1.docx', 'attachment; filename="FBS-review-FY2022-v1.docx"'],
  ['Übersicht.pdf', `attachment; filename="_bersicht.pdf"; filename*=UTF-8''%C3%9Cbersicht.pdf`],
  ['50% "done"\r\n.txt', `attachment; filename="50_ _done___.txt"; filename*=UTF-8''50%25%20%22done%22%0D%0A.txt`],
])('%j is saved as %s', (name, header) => {
  expect(attachment(name)).toEqual({ 'content-disposition': header, 'cache-control': 'no-store' });
});

it('no name breaks out of the header, and every name comes back whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const header = dispositionOf(name);
      expect(header).toMatch(/^attachment; filename="[ !#$&-[\]-~]*"(; filename\*=UTF-8''[\w.!~%-]*)?$/);
      const full = /filename\*=UTF-8''(.*)$/.exec(header)?.[1];
      const read = full === undefined ? /filename="(.*)"/.exec(header)?.[1] : decodeURIComponent(full);
      expect(read).toBe(Buffer.from(name).toString());
    }),
  );
});
