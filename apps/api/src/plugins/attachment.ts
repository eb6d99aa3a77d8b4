/** What a header cannot hold between quotation marks, and what browsers read differently. */
const unsafe = /[^\x20-\x7e]|["%\\]/g;

/** Half a character has no bytes of its own: the sign for that stands in its place. */
const everyScript = (name: string): string =>
  encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A file to be saved under this name, never shown and never kept on the way (RFC 6266). */
export const attachment = (name: string) => {
  const plain = name.replace(unsafe, '_');
  const full = plain === name ? '' : `; filename*=UTF-8''${everyScript(name)}`;
  return { 'content-disposition': `attachment; filename="${plain}"${full}`, 'cache-control': 'no-store' };
};
