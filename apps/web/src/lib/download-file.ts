import { ApiProblem } from './api-client.ts';

/** A file of the server, and the name that it gave it. */
export type FetchedFile = { readonly name: string; readonly blob: Blob };

const nameIn = (disposition: string | null): string => /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'export';

/** Fetches a file that takes time to be made. @throws ApiProblem with the server's reason; AbortError where cancelled */
export const fetchFile = async (address: string, signal: AbortSignal): Promise<FetchedFile> => {
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiProblem(0, { detail: 'Check the network connection, then try again.' });
  }
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => ({}));
    throw new ApiProblem(response.status, typeof body === 'object' && body !== null ? { ...body } : {});
  }
  return { name: nameIn(response.headers.get('content-disposition')), blob: await response.blob() };
};

/** Hands a fetched file to the browser, which puts it where downloads go. */
export const saveFile = ({ name, blob }: FetchedFile): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser may still be reading it
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
