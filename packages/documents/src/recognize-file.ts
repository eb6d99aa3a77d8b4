import { type EvidenceFileType, evidenceFileWords, type Refusal } from '@fbs/core';
import { unzipSync } from 'fflate';

type Bytes = Uint8Array;

const startsWith = (bytes: Bytes, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** The first bytes of each type that has its own. */
const beginnings: readonly (readonly [EvidenceFileType, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
];
const zipBeginning = [0x50, 0x4b, 0x03, 0x04];
const oldOfficeBeginning = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const largestUnpacked = 500_000_000;

const refuse = (refused: string): Refusal => ({ refused });
const unknown = refuse(`The file is of no type that is kept here: choose ${evidenceFileWords}.`);

/** Word and Excel files are zip folders. Only their list of contents is read; nothing is unpacked. */
const recognizeZip = (bytes: Bytes): EvidenceFileType | Refusal => {
  const names = new Set<string>();
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    return refuse('The file is damaged: open it in the program it comes from, save it again, and add that one.');
  }
  if (unpacked > largestUnpacked) {
    return refuse('The file would unpack to more than 500 MB: save a smaller copy of it, and add that one.');
  }
  if ([...names].some((name) => /vbaproject\.bin$/i.test(name))) {
    return refuse('The file holds macros, which are not kept here: save it without macros, as .docx or .xlsx.');
  }
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return 'word';
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return 'excel';
  return refuse(`A zip folder is not kept here: add each file by itself, as ${evidenceFileWords}.`);
};

/** Tab, line feed, form feed and carriage return belong to text; other control characters do not. */
const isTextByte = (byte: number): boolean =>
  byte >= 0x20 ? byte !== 0x7f : byte === 9 || byte === 10 || byte === 12 || byte === 13;

/** The bytes that Windows-1252 gives no character. */
const notWindows1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

const isUtf8 = (bytes: Bytes): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const isText = (bytes: Bytes): boolean =>
  bytes.every(isTextByte) && (isUtf8(bytes) || !bytes.some((byte) => notWindows1252.includes(byte)));

/** What a file is by what it holds. Its name only tells a CSV file from other text, which holds the same. */
export const recognizeFile = (bytes: Bytes, name: string): EvidenceFileType | Refusal => {
  if (bytes.length === 0) return refuse('The file is empty: choose another one.');
  const known = beginnings.find(([, start]) => startsWith(bytes, start));
  if (known !== undefined) return known[0];
  if (startsWith(bytes, zipBeginning)) return recognizeZip(bytes);
  if (startsWith(bytes, oldOfficeBeginning)) {
    return refuse('This is a file of an old Office version: save it as .docx, .xlsx or PDF, and add that one.');
  }
  if (!isText(bytes)) return unknown;
  return name.toLowerCase().endsWith('.csv') ? 'csv' : 'text';
};
