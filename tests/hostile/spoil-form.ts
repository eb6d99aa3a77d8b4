import { zipSync } from 'fflate';
import type { Chance } from './chance.ts';
import { hostileText } from './hostile-values.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const values = Buffer.from('indicator,year,value,note\n2.2-A,2022,9500,\n1.2-D,2022,abc,=1+1\n');
const framework = Buffer.from('code,parent,level,label,text\n1,,goal,First,Words\n1.1,1,objective,Second,=1+1\n');

/** What somebody hands in: what it says it is, and what it is not. */
const fileFor = (chance: Chance): Buffer =>
  chance.pick([
    () => values,
    () => framework,
    () => pdf,
    () => png,
    () => Buffer.alloc(0),
    () => Buffer.from(`indicator,year,value\n${hostileText(chance)},${hostileText(chance)},${hostileText(chance)}\n`),
    () => Buffer.from(zipSync({ '../../evil': Buffer.from('x'), '[Content_Types].xml': Buffer.from('<x/>') })),
    () => Buffer.from(hostileText(chance)),
    () => Buffer.concat([pdf.subarray(0, 9), Buffer.alloc(5000, 0xff)]),
    () => Buffer.alloc(1_200_000, 'a,'),
  ])();

const nameFor = (chance: Chance): string =>
  chance.pick([
    'a.csv',
    'a.xlsx',
    'a.pdf',
    'a.png',
    'a.html',
    'a.svg',
    '../../a.csv',
    'a.csv\u0000.pdf',
    'C:\\a.csv',
    '',
    '.csv',
    hostileText(chance)
      .slice(0, 400)
      .replace(/[\r\n"]/g, '_'),
    `${'n'.repeat(300)}.csv`,
    'a.csv"; x="1',
  ]);

const partOf = (head: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), bytes, Buffer.from('\r\n')]);

/** A form with a file, sound in its outer shape or spoiled there too. */
export const spoiledForm = (chance: Chance, spoil: boolean, body: unknown) => {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const parts = [
    ...fields.map(([name, value]) =>
      partOf(`name="${name}"`, Buffer.from(spoil && chance.yes(30) ? hostileText(chance) : String(value))),
    ),
    partOf(`name="file"; filename="${nameFor(chance)}"`, fileFor(chance)),
  ];
  const whole = Buffer.concat([...parts, Buffer.from('--b--\r\n')]);
  const sound = { type: 'multipart/form-data; boundary=b', body: whole };
  if (!spoil) return sound;
  return chance.pick([
    () => sound,
    () => ({ ...sound, body: whole.subarray(0, chance.number(whole.length)) }),
    () => ({ ...sound, body: Buffer.concat([...parts, ...parts, Buffer.from('--b--\r\n')]) }),
    () => ({ ...sound, type: 'multipart/form-data; boundary=other' }),
    () => ({
      ...sound,
      body: Buffer.concat([
        partOf('name="__proto__"', Buffer.from('x')),
        partOf('name="constructor"', Buffer.from('x')),
        whole,
      ]),
    }),
    () => ({ ...sound, body: Buffer.concat([partOf(`name="${'n'.repeat(500)}"`, Buffer.alloc(20_000, 'x')), whole]) }),
    () => ({ ...sound, body: Buffer.concat([Buffer.from('--b\r\nx\r\n\r\n'), whole]) }),
    () => ({
      ...sound,
      body: Buffer.concat([...Array.from({ length: 40 }, () => partOf('name="title"', Buffer.from('x'))), whole]),
    }),
  ])();
};
