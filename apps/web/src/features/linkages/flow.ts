import { sankey } from 'd3-sankey';
import { reportingCount } from './linkage-words.ts';
import type { Sight } from './sight.ts';

/** Lengths are sixteenths of the text size, so that the drawing grows with a person's larger text. */
const spacing = 44;
const thickest = 7;
/** The reporting indicators of a large strategy share this height; a small one is drawn at its full thickness. */
const mostHeight = 320;
/** In indicators: what reports nothing still takes a little room, so that its line can be seen and lies alone. */
const faintest = 0.3;

export type FlowKind = 'objective' | 'goal' | 'element';

export type FlowNode = { readonly id: string; readonly kind: FlowKind; readonly code: string };

type FlowLink = {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  /** Reporting performance indicators; 0 is drawn dashed. */
  readonly reporting: number;
  /** What flows on to an element, objective by objective, so that each can be traced to its end. */
  readonly strands: readonly { readonly objective: string; readonly reporting: number }[];
};

export type FlowGraph = { readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[] };

export const nodeId = (kind: FlowKind, code: string): string => `${kind} ${code}`;

const nodeOf = (kind: FlowKind, code: string): FlowNode => ({ id: nodeId(kind, code), kind, code });

const roomOf = (reporting: number): number => Math.max(reporting, faintest);

/** What flows into the drawing: each objective to its goal, each goal to the elements it stands behind. */
export const flowGraph = ({ goals, objectives, elements }: Sight): FlowGraph => {
  const toGoals = objectives.map((objective): FlowLink => {
    const reporting = reportingCount([objective]);
    return {
      source: nodeId('objective', objective.code),
      target: nodeId('goal', objective.goal),
      value: roomOf(reporting),
      reporting,
      strands: [{ objective: objective.code, reporting }],
    };
  });
  const toElements = elements.flatMap(({ element, goals: behind }) =>
    behind.map((each): FlowLink => {
      const strands = each.objectives.map((objective) => ({
        objective: objective.code,
        reporting: reportingCount([objective]),
      }));
      return {
        source: nodeId('goal', each.goal.code),
        target: nodeId('element', element.code),
        value: strands.reduce((sum, { reporting }) => sum + roomOf(reporting), 0) || faintest,
        reporting: reportingCount(each.objectives),
        strands,
      };
    }),
  );
  return {
    nodes: [
      ...objectives.map(({ code }) => nodeOf('objective', code)),
      ...goals.map(({ code }) => nodeOf('goal', code)),
      ...elements.map(({ element }) => nodeOf('element', element.code)),
    ],
    links: [...toGoals, ...toElements],
  };
};

export type PlacedNode = FlowNode & { readonly middle: number; readonly height: number };

type Line = {
  readonly from: string;
  readonly to: string;
  /** The middle of the line where it begins and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly reporting: number;
};

export type PlacedStrand = Line & { readonly objective: string };
export type PlacedLink = Line & { readonly strands: readonly PlacedStrand[] };

export type Flow = {
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
};

const columns: Readonly<Record<FlowKind, number>> = { objective: 0, goal: 1, element: 2 };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const strandsOf = (link: FlowLink, line: Line): PlacedStrand[] => {
  const values = link.strands.map(({ reporting }) => roomOf(reporting));
  const unit = line.width / (sum(values) || 1);
  return link.strands.map(({ objective, reporting }, index) => {
    const before = sum(values.slice(0, index)) * unit;
    const width = (values[index] ?? 0) * unit;
    const offset = before + width / 2 - line.width / 2;
    return { ...line, objective, reporting, width, start: line.start + offset, end: line.end + offset };
  });
};

/** So high that no label touches another, whatever little flows beside it. */
const heightOf = ({ nodes, links }: FlowGraph): number => {
  const rows = Math.max(...Object.keys(columns).map((kind) => nodes.filter((node) => node.kind === kind).length), 1);
  const indicators = sum(links.filter(({ source }) => source.startsWith('objective')).map(({ value }) => value));
  return rows * spacing + Math.min(indicators * thickest, mostHeight);
};

/** Where everything stands from top to bottom; from left to right the stylesheet places the three columns. */
export const layFlow = (graph: FlowGraph): Flow => {
  const height = heightOf(graph);
  const lay = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ kind }) => columns[kind])
    .nodeSort(null)
    .linkSort(null)
    .nodePadding(spacing)
    .extent([
      [0, spacing / 2],
      [1, height - spacing / 2],
    ]);
  // The layout writes into what it is given.
  const placed = lay({
    nodes: graph.nodes.map((node) => ({ ...node })),
    links: graph.links.map((link) => ({ ...link })),
  });
  return {
    height,
    nodes: placed.nodes.map(({ id, kind, code, y0 = 0, y1 = 0 }) => ({
      id,
      kind,
      code,
      middle: (y0 + y1) / 2,
      height: y1 - y0,
    })),
    links: graph.links.map((link, index) => {
      const { y0 = 0, y1 = 0, width = 0 } = placed.links[index] ?? {};
      const line = { from: link.source, to: link.target, start: y0, end: y1, width, reporting: link.reporting };
      return { ...line, strands: strandsOf(link, line) };
    }),
  };
};

/** A line from the left edge to the right one of a frame of width 100. */
export const linePath = ({ start, end }: Pick<Line, 'start' | 'end'>): string =>
  `M0 ${round(start)}C50 ${round(start)} 50 ${round(end)} 100 ${round(end)}`;

const round = (length: number): number => Math.round(length * 10) / 10;
