/** Text as it was written, in its paragraphs. */
export const Prose = ({ text, empty }: { text: string | null; empty: string }) => {
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  if (paragraphs.length === 0) return <p className="faint">{empty}</p>;
  return (
    <div className="prose">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
};
