/** Stands beside every invented figure, on screen and on paper. */
export const IllustrativeMark = () => <span className="illustrative">illustrative</span>;
