import { gateKinds } from '@fbs/core';
import { describe, expect, it } from 'vitest';
import { doneSentences, type GateItem, gateLink, shortSentence } from './gate-links.ts';

const item = (kind: GateItem['kind'], place: Partial<GateItem> = {}): GateItem => ({
  kind,
  blocks: kind !== 'data_quality',
  objective: '3.2',
  indicator: null,
  action: null,
  who: 'Planners',
  sentence: `Objective 3.2: something.`,
  ...place,
});

describe('gateLink', () => {
  it('leads to the cell of a missing value', () => {
    expect(gateLink(item('value_missing', { indicator: '3.2-A' }))).toEqual({ kind: 'entry', indicator: '3.2-A' });
    expect(gateLink(item('value_not_approved', { indicator: '3.2-A' }))).toEqual({ kind: 'entry', indicator: '3.2-A' });
  });

  it('leads to the page of an indicator whose data quality is incomplete', () => {
    expect(gateLink(item('data_quality', { indicator: '3.2-A' }))).toEqual({ kind: 'indicator', indicator: '3.2-A' });
  });

  it.each([
    ['explanation_missing', { indicator: '3.2-A' }, 'explanation-3.2-A'],
    ['assessment_missing', {}, 'assessment'],
    ['departure_reason_missing', {}, 'departure-reason'],
    ['narrative_missing', {}, 'narrative'],
    ['section_not_submitted', {}, 'section-steps'],
    ['section_not_cleared', {}, 'section-steps'],
    ['action_not_updated', { action: 'a1' }, 'action-a1'],
  ] as const)('%s leads into the section', (kind, place, part) => {
    expect(gateLink(item(kind, place))).toEqual({ kind: 'review', objective: '3.2', part });
  });

  it('leads to the summary where the review as a whole lacks a text', () => {
    const whole = { objective: null };
    expect(gateLink(item('summary_missing', whole))).toEqual({ kind: 'review', objective: undefined, part: 'summary' });
    expect(gateLink(item('jsp_statement_missing', whole))).toMatchObject({ part: 'jsp-statement' });
  });

  it('has a place for every kind there is', () => {
    for (const kind of gateKinds) expect(gateLink(item(kind, { indicator: '3.2-A' }))).toBeDefined();
  });
});

describe('shortSentence', () => {
  it('leaves out the objective that the heading names', () => {
    expect(shortSentence(item('narrative_missing', { sentence: 'Objective 3.2: write the progress narrative.' }))).toBe(
      'Write the progress narrative.',
    );
  });

  it('keeps the name of an indicator', () => {
    const sentence = '3.2-A People trained: submit the value for FY 2022.';
    expect(shortSentence(item('value_missing', { indicator: '3.2-A', sentence }))).toBe(sentence);
  });
});

describe('doneSentences', () => {
  it('names what is done, not what is missing', () => {
    const done = doneSentences([item('narrative_missing')], 'clearance');
    expect(done).not.toContain('Every objective has its narrative');
    expect(done).toContain('Every section is submitted');
    expect(done).not.toContain('Every value is approved');
  });

  it('asks for decisions only before sign-off', () => {
    expect(doneSentences([], 'sign_off')).toContain('Every section is cleared');
    expect(doneSentences([item('section_not_cleared')], 'sign_off')).not.toContain('Every section is cleared');
  });
});
