type SegmentMeterProps = { readonly filled: number; readonly of: number; readonly label: string };

/** So many of so many parts: filled ones and dashed ones. */
export const SegmentMeter = ({ filled, of, label }: SegmentMeterProps) => (
  <div className="segments" role="img" aria-label={label}>
    {Array.from({ length: of }, (_, index) => (
      <span key={index} className={index < filled ? 'segments__filled' : 'segments__empty'} />
    ))}
  </div>
);
