/**
 * From here on nobody but the account of this process can read what it writes: the records, what is kept of them before
 * an upgrade or a restore, and backups hold the keys of second factors.
 */
export const keepFilesPrivate = (): void => {
  process.umask(0o077);
};
