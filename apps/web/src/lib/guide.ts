type GuideTag = 'p' | 'h3' | 'ul' | 'ol' | 'li' | 'strong' | 'em' | 'code' | 'pre' | 'span' | 'a' | 'guide' | 'img';

/** A piece of a guide as the build left it: words, or an element with what stands in it. */
export type GuideNode = string | GuideElement | GuideTable;
export type GuideElement = {
  readonly tag: GuideTag;
  readonly props?: Readonly<Record<string, string | number>>;
  readonly children?: readonly GuideNode[];
};

/** Columns with their heads, and of each row its cells. */
export type GuideTable = {
  readonly tag: 'table';
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (readonly GuideNode[])[])[];
};

export type GuidePart = { readonly id: string; readonly title: string; readonly nodes: readonly GuideNode[] };

/** One file of docs/guides, made into data by the build (guide-plugin.ts). */
export type Guide = {
  readonly title: string;
  /** What stands before the first part. */
  readonly lead: readonly GuideNode[];
  readonly parts: readonly GuidePart[];
};
