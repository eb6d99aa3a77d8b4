import { describe, expect, it } from 'vitest';
import { warningOf } from './unlikely-figure.ts';

describe('warningOf', () => {
  const against = (previous: string | null, isCumulative = false) => ({ previous, isCumulative });

  it('doubts a figure counted up over years that falls', () => {
    expect(warningOf('94', against('95', true), { kind: 'number' })).toBe('Below last year');
    expect(warningOf('95', against('95', true), { kind: 'number' })).toBeNull();
    expect(warningOf('94', against('95'), { kind: 'number' })).toBeNull();
  });

  it('doubts more than 3 times the figure of last year, but not exactly 3 times', () => {
    expect(warningOf('12931', against('4310'), { kind: 'number' })).toBe('Over 3 times last year');
    expect(warningOf('12930', against('4310'), { kind: 'number' })).toBeNull();
  });

  it('doubts a share over 100', () => {
    expect(warningOf('100.1', against('95'), { kind: 'percent' })).toBe('Over 100%');
    expect(warningOf('100', against('95'), { kind: 'percent' })).toBeNull();
  });

  it('doubts a figure below zero where none was before', () => {
    expect(warningOf('-3', against(null), { kind: 'number' })).toBe('Below zero');
    expect(warningOf('-3', against('12'), { kind: 'currency' })).toBe('Below zero');
    expect(warningOf('-3', against('-2'), { kind: 'number' })).toBeNull();
    expect(warningOf('0', against(null), { kind: 'number' })).toBeNull();
  });

  it('has no doubt without a figure to compare with', () => {
    expect(warningOf('12931', against(null), { kind: 'number' })).toBeNull();
    expect(warningOf('12931', against('0'), { kind: 'number' })).toBeNull();
  });
});
