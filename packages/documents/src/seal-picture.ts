import type { Refusal } from '@fbs/core';
import type { Seal } from './paper-look.ts';

export const largestSeal = 500_000;
/** More pixels than this are of no use at its size on the paper, and cost memory in every export. */
const mostPixels = 4_000_000;

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegStart = [0xff, 0xd8, 0xff];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

type Size = Pick<Seal, 'width' | 'height'>;

/** The first part of a PNG file says how large it is. */
const pngSize = (view: DataView): Size | null =>
  view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** A JPEG file is a row of segments, each with its length; that of the frame says how large it is. */
const jpegSize = (view: DataView): Size | null => {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    if (isFrame(view.getUint8(at + 1))) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
};

const kind = 'Choose a PNG or JPEG picture';

/** A picture for the head of papers, known by its content, whatever its name says. */
export const sealFrom = (bytes: Uint8Array, description: string): Seal | Refusal => {
  if (bytes.byteLength > largestSeal) return { refused: `${kind} of at most ${largestSeal / 1000} kB.` };
  const isPng = startsWith(bytes, pngStart);
  if (!isPng && !startsWith(bytes, jpegStart)) return { refused: `${kind}.` };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = isPng ? pngSize(view) : jpegSize(view);
  if (size === null || size.width < 1 || size.height < 1) {
    return { refused: 'The picture is damaged: save it again as PNG or JPEG, and choose that one.' };
  }
  if (size.width * size.height > mostPixels) return { refused: `${kind} of at most 2,000 by 2,000 pixels.` };
  const mediaType = isPng ? 'image/png' : 'image/jpeg';
  return { mediaType, data: Buffer.from(bytes).toString('base64'), description, ...size };
};
