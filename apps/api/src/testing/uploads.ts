import { addEvidence, addSectionFile, type EvidencePiece, tryImport } from '@fbs/contract';
import { type Client, type Reply, urlOf } from './client.ts';
import { strategy } from './endpoints.ts';
import { placed, seen } from './entries.ts';
import { sectionOf } from './reviews.ts';

const boundary = 'a-boundary-of-tests';

type Sent = { readonly name: string; readonly bytes: Uint8Array; readonly title?: string };

/** The form of a browser: fields before the file. */
const formOf = ({ name, bytes, title }: Sent): Buffer => {
  const field =
    title === undefined ? '' : `--${boundary}\r\ncontent-disposition: form-data; name="title"\r\n\r\n${title}\r\n`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(field + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
};

const postForm = (client: Client, url: string, payload: Buffer, headers = {}): Promise<Reply> =>
  client.raw({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    payload,
  });

export const sendForm = (client: Client, indicator: string, year: number, payload: Buffer): Promise<Reply> =>
  postForm(client, urlOf(addEvidence, placed(indicator, year)), payload);

/** Tries a spreadsheet. */
export const sendSpreadsheet = (client: Client, sent: Sent, query: { readonly wait?: 'false' } = {}): Promise<Reply> =>
  postForm(client, urlOf(tryImport, { params: { strategy }, querystring: { dryRun: 'true', ...query } }), formOf(sent));

export const sendFile = (client: Client, indicator: string, year: number, sent: Sent): Promise<Reply> =>
  sendForm(client, indicator, year, formOf(sent));

/** A file that has to be taken. */
export const addFile = async (client: Client, indicator: string, year: number, sent: Sent): Promise<EvidencePiece> => {
  const reply = await sendFile(client, indicator, year, sent);
  if (reply.status !== 201) throw new Error(`the file was refused: ${reply.text}`);
  return addEvidence.schema.response[201].parse(JSON.parse(reply.text));
};

/** A file for a section of the review, on the version that stands now or on the one that was seen. */
export const sendSectionFile = async (
  client: Client,
  objective: string,
  sent: Sent,
  { year = 2022, version }: { readonly year?: number; readonly version?: number } = {},
): Promise<Reply> => {
  const url = urlOf(addSectionFile, { params: { strategy, year, objective } });
  return postForm(client, url, formOf(sent), seen(version ?? (await sectionOf(client, objective, year)).version));
};

/** A file that a section has to take. */
export const addFileToSection = async (client: Client, objective: string, sent: Sent): Promise<void> => {
  const reply = await sendSectionFile(client, objective, sent);
  if (reply.status !== 200) throw new Error(`the file was refused: ${reply.text}`);
};
