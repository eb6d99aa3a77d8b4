import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const mostColors = 256;

type Picture = { readonly width: number; readonly height: number; readonly pixels: Buffer };

const chunksOf = (file: Buffer): { type: string; data: Buffer }[] => {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
};

/** What the browser writes: 8 bits a channel, red, green and blue, perhaps with opacity, in one piece. */
const decode = (file: Buffer): Picture => {
  const chunks = chunksOf(file);
  const head = chunks[0]?.data ?? Buffer.alloc(0);
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const line = width * channels;
  const lines = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (line + 1)];
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x < channels ? 0 : (lines[at - channels] ?? 0);
      const up = y === 0 ? 0 : (lines[at - line] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (lines[at - line - channels] ?? 0);
      const expected = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      lines[at] = (packed[y * (line + 1) + 1 + x] ?? 0) + expected;
    }
  }
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) lines.copy(pixels, at * 3, at * channels, at * channels + 3);
  return { width, height, pixels };
};

const colorAt = ({ pixels }: Picture, at: number): number => pixels.readUIntBE(at * 3, 3);

const distance = (one: number, other: number): number =>
  ((one >> 16) - (other >> 16)) ** 2 +
  (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
  ((one & 255) - (other & 255)) ** 2;

/** The colors that cover most, no two of them nearly the same. */
const paletteOf = (counts: ReadonlyMap<number, number>): number[] => {
  const palette: number[] = [];
  for (const [color] of [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])) {
    if (palette.length === mostColors) break;
    if (palette.every((each) => distance(each, color) > 48)) palette.push(color);
  }
  return palette;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** The same picture in at most 256 colors: a picture of a screen loses nothing to the eye, and two thirds of its size. */
export const toPalette = (file: Buffer): Buffer => {
  const picture = decode(file);
  const { width, height } = picture;
  const counts = new Map<number, number>();
  for (let at = 0; at < width * height; at += 1) {
    const color = colorAt(picture, at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const nearest = (color: number): number => {
    const distances = palette.map((each) => distance(each, color));
    return distances.indexOf(Math.min(...distances));
  };
  const places = new Map([...counts.keys()].map((color) => [color, nearest(color)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    lines[at + Math.floor(at / width) + 1] = places.get(colorAt(picture, at)) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const packed = deflateSync(lines, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colors),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
