import { existsSync, readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

/** The schema comes without a licence, so the product does not ship it: it may lie beside. */
const schemaFile = new URL(
  '../../../../../shared/standards/stratml/PerformancePlanOrReport20160216.xsd',
  import.meta.url,
);

/** The largest file has a few hundred kilobytes. */
const mostPages = 16_384;

const validate = async (files: readonly Uint8Array[]): Promise<string> => {
  const { valid, errors } = await validateXML({
    xml: files.map((contents, index) => ({ fileName: `file-${index}.xml`, contents })),
    schema: [readFileSync(schemaFile, 'utf8')],
    maxMemoryPages: mostPages,
  });
  return valid
    ? 'valid'
    : errors
        .slice(0, 3)
        .map(({ message }) => message)
        .join('; ');
};

/** "valid", or what is wrong with files by the schema of StratML Part 2; null where the schema is not here. */
export const schemaSays = existsSync(schemaFile) ? validate : null;
