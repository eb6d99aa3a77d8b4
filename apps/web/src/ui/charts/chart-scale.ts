/** Steps people count in: 1, 2, 2.5 or 5 times a power of ten. */
const niceStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
};

const tidy = (value: number): number => Number(value.toPrecision(12));

/** About five ticks from a round number below everything to one above; from zero unless told otherwise. */
export const ticksFor = (heights: readonly number[], zeroBased: boolean): number[] => {
  const low = Math.min(...heights, ...(zeroBased ? [0] : []));
  const high = Math.max(...heights, ...(zeroBased ? [0] : []));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (low === high) return low === 0 ? [0, 1] : ticksFor([low - Math.abs(low) / 10, high + Math.abs(high) / 10], false);
  const step = niceStep((high - low) / 5);
  // A little air above the highest figure and below one under zero, for their labels.
  const air = (high - low) * 0.04;
  const first = Math.floor((low < 0 ? low - air : low) / step);
  const last = Math.ceil((high + air) / step);
  return Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
};
