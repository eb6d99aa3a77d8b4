/** What a file of evidence may be. */
export const evidenceFileTypes = ['pdf', 'word', 'excel', 'csv', 'png', 'jpeg', 'text'] as const;
export type EvidenceFileType = (typeof evidenceFileTypes)[number];

type FileKind = {
  readonly label: string;
  readonly mediaType: string;
  /** Names a file of this type may end in; the first is given to one that ends in another. */
  readonly endings: readonly string[];
};

export const evidenceFileKinds: Readonly<Record<EvidenceFileType, FileKind>> = {
  pdf: { label: 'PDF', mediaType: 'application/pdf', endings: ['.pdf'] },
  word: {
    label: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['.docx'],
  },
  excel: {
    label: 'Excel',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['.xlsx'],
  },
  csv: { label: 'CSV', mediaType: 'text/csv', endings: ['.csv'] },
  png: { label: 'PNG image', mediaType: 'image/png', endings: ['.png'] },
  jpeg: { label: 'JPEG image', mediaType: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
  text: { label: 'Plain text', mediaType: 'text/plain', endings: ['.txt'] },
};

export const evidenceFileWords = 'a PDF, Word, Excel, CSV, PNG, JPEG or plain text file';

/** What changes the meaning of a name in a path, a header or a listing: control and direction marks, \ / : * ? " < > |. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\/:*?"<>|]+/gu;
const longestStem = 100;

/** The name to save a file under: without its folders, harmless on every system, ending as its content says. */
export const safeFileName = (given: string, type: EvidenceFileType): string => {
  const { endings } = evidenceFileKinds[type];
  const own = (given.split(/[\\/]/).at(-1) ?? '').replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
  const ending = endings.find((each) => own.toLowerCase().endsWith(each));
  const stem = (ending === undefined ? own : own.slice(0, -ending.length)).replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, longestStem).join('').trim();
  return `${short === '' ? 'evidence' : short}${ending ?? endings[0]}`;
};

/** "812 bytes", "24 kB", "2.4 MB", in the thousands that the limit of the settings counts in. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
};

/** "PDF, 2.4 MB". */
export const fileWords = ({ fileType, size }: { readonly fileType: EvidenceFileType; readonly size: number }): string =>
  `${evidenceFileKinds[fileType].label}, ${sizeWords(size)}`;

export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/** Why a web address is no link of evidence, since everybody who reads would see what is in it; null: it may be one. */
export const credentialsRefusal = (address: string): string | null => {
  const { username, password } = new URL(address);
  return username === '' && password === ''
    ? null
    : 'Leave the name and password before the @ out of the address: everybody here would see them.';
};
