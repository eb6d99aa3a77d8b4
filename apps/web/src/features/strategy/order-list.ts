/** The codes with one of them moved a place up (-1) or down (1) among those of its own kind; null at either end. */
export const moveCode = (
  codes: readonly string[],
  code: string,
  by: -1 | 1,
  isOfItsKind: (code: string) => boolean = () => true,
): string[] | null => {
  const from = codes.indexOf(code);
  let to = from + by;
  while (to >= 0 && to < codes.length && !isOfItsKind(codes[to] ?? '')) to += by;
  const other = codes[to];
  if (from < 0 || other === undefined) return null;
  return codes.map((each, index) => (index === from ? other : index === to ? code : each));
};
