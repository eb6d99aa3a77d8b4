import { type ReactNode, useEffect, useRef, useState } from 'react';

type ScrollFrameProps = { readonly label: string; readonly children: ReactNode; readonly className?: string };

/** Holds what is too wide for the page. Only where it does scroll it becomes a named region that keys can reach. */
export const ScrollFrame = ({ label, children, className = '' }: ScrollFrameProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const reachable = scrolls ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {};
  return (
    <div ref={frame} className={`scroll-frame ${className}`} data-scrolls={scrolls || undefined} {...reachable}>
      {children}
    </div>
  );
};
