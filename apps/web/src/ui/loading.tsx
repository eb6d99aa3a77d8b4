type LoadingProps = {
  /** What is being loaded, for those who do not see the placeholder: "the overview". */
  readonly what?: string;
  /** How high the content will be, in pixels, so that nothing moves when it comes. */
  readonly height?: number;
  readonly lines?: number;
  /** Instead of lines: the parts that will come, by their heights in pixels. */
  readonly blocks?: readonly number[];
};

/** Holds the place of content on its way. It shows after a moment only: what comes at once does not flicker. */
export const Loading = ({ what = 'this page', height, lines = 3, blocks }: LoadingProps) => (
  <div className="loading" aria-busy="true" style={height === undefined ? undefined : { minHeight: height }}>
    <p role="status" className="visually-hidden">{`Loading ${what}`}</p>
    <div aria-hidden="true" className="loading__lines">
      {blocks === undefined
        ? Array.from({ length: lines }, (_, index) => <span key={index} className="loading__line" />)
        : blocks.map((block, index) => <span key={index} className="loading__block" style={{ height: block }} />)}
    </div>
  </div>
);

/** In place of a whole screen. */
export const LoadingScreen = () => (
  <div className="page">
    <Loading height={480} lines={6} />
  </div>
);
