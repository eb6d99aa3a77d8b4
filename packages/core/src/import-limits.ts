/** What one import may bring: enough for every place of a breakdown, and little enough to be read in one go. */
export const importLimits = {
  /** Megabytes of the file as it is sent. */
  megabytes: 50,
  /** Megabytes that a workbook may declare for what is packed in it; asked before anything is unpacked. */
  unpackedMegabytes: 200,
  /** Rows of all sheets together. */
  rows: 250_000,
} as const;
