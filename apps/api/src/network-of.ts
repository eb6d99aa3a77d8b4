import { isIPv6 } from 'node:net';

/** Of an IPv6 address the network, however it is written: whoever has one has all addresses in it. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address) || /^::ffff:\d+\./i.test(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const groups = [head, tail].map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - groups.flat().length }, () => '0');
  const all = address.includes('::') ? [...(groups[0] ?? []), ...zeros, ...(groups[1] ?? [])] : groups.flat();
  return all.slice(0, 4).join(':');
};
