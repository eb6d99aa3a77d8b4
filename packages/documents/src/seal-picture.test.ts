import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showsSeal } from './review-pdf.ts';
import { sealFrom } from './seal-picture.ts';

const png = (width: number, height: number): Uint8Array =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`).render().asPng();

/** A JPEG file up to its frame: a comment, then 40 by 30 pixels. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xfe, 0, 4, 0x68, 0x69],
  ...[0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
]);

test('a picture is known by its content, with its size', () => {
  expect(sealFrom(png(60, 20), 'Seal')).toMatchObject({ mediaType: 'image/png', width: 60, height: 20 });
  expect(sealFrom(jpeg, 'Seal')).toMatchObject({ mediaType: 'image/jpeg', width: 40, height: 30 });
});

test.each([
  ['a text', Buffer.from('<svg/>'), 'Choose a PNG or JPEG picture.'],
  [
    'too many bytes',
    Buffer.concat([png(1, 1), Buffer.alloc(500_000)]),
    'Choose a PNG or JPEG picture of at most 500 kB.',
  ],
  [
    'half a head',
    png(9, 9).subarray(0, 20),
    'The picture is damaged: save it again as PNG or JPEG, and choose that one.',
  ],
  [
    'a JPEG without a frame',
    jpeg.subarray(0, 8),
    'The picture is damaged: save it again as PNG or JPEG, and choose that one.',
  ],
])('%s is refused in a sentence', (_, bytes, refused) => {
  expect(sealFrom(bytes, 'Seal')).toEqual({ refused });
});

test('more pixels than a paper needs are refused before anything is unpacked', () => {
  const wide = Buffer.from(png(1, 1));
  wide.writeUInt32BE(60_000, 16);
  wide.writeUInt32BE(60_000, 20);
  expect(sealFrom(wide, 'Seal')).toEqual({ refused: 'Choose a PNG or JPEG picture of at most 2,000 by 2,000 pixels.' });
});

test('no bytes whatever end in an error', () => {
  const start = fc.constantFrom<number[]>([], [...png(3, 3)], [...jpeg], [0xff, 0xd8, 0xff, 0xc0]);
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
      const seal = sealFrom(Uint8Array.from([...head, ...rest]), 'Seal');
      expect('refused' in seal || seal.width > 0).toBe(true);
    }),
  );
});

test('what cannot be set on a paper is found before it is kept', () => {
  const good = sealFrom(png(20, 20), 'Seal');
  const broken = sealFrom(png(20, 20).subarray(0, 40), 'Seal');
  expect('refused' in good || showsSeal(good)).toBe(true);
  expect('refused' in broken || showsSeal(broken)).toBe(false);
});
