import type { DocumentGoal, DocumentObjective, ReviewDocument } from '@fbs/contract';
import { linkageStrengthLabels } from '@fbs/core';
import { linkagesOf } from '../tables/document-rows.ts';
import { type Block, bullets, type Piece, paragraph, strong } from './blocks.ts';

/** A linkage with its quotation; what is a summary is named as one. */
export const linkageItem = (linkage: DocumentGoal['linkages'][number]): Piece[] => {
  const { elementLabel, frameworkTitle, strength, quote, summary } = linkage;
  return [
    strong(elementLabel),
    `, ${linkageStrengthLabels[strength].toLowerCase()} (${frameworkTitle})`,
    quote === null ? '.' : `: “${quote}”.`,
    ...(summary === null ? [] : [` In summary: ${summary}`]),
  ];
};

/** What an objective and its indicators are linked to by themselves, beside what its goal is. */
export const objectiveLinkages = ({ code, indicators }: DocumentObjective, document: ReviewDocument): Block[] => {
  const own = linkagesOf(document).filter(
    ({ subject }) =>
      (subject.kind === 'objective' && subject.code === code) ||
      (subject.kind === 'indicator' && indicators.some((indicator) => indicator.code === subject.code)),
  );
  if (own.length === 0) return [];
  const items = own.map((linkage) => [
    ...(linkage.subject.kind === 'indicator' ? [`Indicator ${linkage.subject.code}: `] : []),
    ...linkageItem(linkage),
  ]);
  return [paragraph('LeadIn', 'This objective is linked upward by itself to:'), ...bullets(items)];
};
