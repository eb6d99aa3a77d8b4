import { createHash } from 'node:crypto';

/**
 * The same thing has the same identifier in every export: a name-based UUID (RFC 9562, version 5, in the namespace of
 * URLs), led by "_" because an xsd:ID may not begin with a digit.
 */
export const identifierOf = (...names: readonly string[]): string => {
  const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const bytes = createHash('sha1')
    .update(namespace)
    .update(`urn:fbs:${names.map(encodeURIComponent).join('/')}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
