/** Hands a file to the person, by the browser's own saving. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Puts a picture on the clipboard; false where the browser does not allow it. */
export const copyPicture = async (picture: Promise<Blob>): Promise<boolean> => {
  if (!('ClipboardItem' in window) || navigator.clipboard === undefined) return false;
  try {
    // Handed over as a promise, because some browsers ask for the click to be still going on.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch {
    return false;
  }
};
