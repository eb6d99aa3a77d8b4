import { describe, expect, it } from 'vitest';
import { createWriteChain, createWriteChains } from './write-chain.ts';

describe('createWriteChain', () => {
  it('sends the second write with the version that the first one brought', async () => {
    const chain = createWriteChain();
    const sent: string[] = [];
    const write = (version: number) => async (ifMatch: string) => {
      sent.push(ifMatch);
      return { version };
    };
    await Promise.all([chain.send(3, write(4)), chain.send(3, write(5)), chain.send(3, write(6))]);
    expect(sent).toEqual(['"3"', '"4"', '"5"']);
  });

  it('does not follow a change of somebody else', async () => {
    const chain = createWriteChain();
    await chain.send(3, async () => ({ version: 4 }));
    const sent: string[] = [];
    await chain.send(7, async (ifMatch) => {
      sent.push(ifMatch);
      return { version: 8 };
    });
    expect(sent).toEqual(['"7"']);
  });

  it('goes on after a refused write, with the version seen', async () => {
    const chain = createWriteChain();
    const refused = chain.send(1, () => Promise.reject(new Error('refused')));
    const sent = chain.send(1, async (ifMatch) => ({ version: 2, ifMatch }));
    await expect(refused).rejects.toThrow('refused');
    await expect(sent).resolves.toEqual({ version: 2, ifMatch: '"1"' });
  });

  it('keeps the chains of different things apart', () => {
    const chains = createWriteChains();
    expect(chains('a')).toBe(chains('a'));
    expect(chains('a')).not.toBe(chains('b'));
  });
});
