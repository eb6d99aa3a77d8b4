/** What of a style decides how a shape or a text looks; nothing else has to leave with a drawing. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;

/** What does not pass on to the parts within need not stand where it is nothing special. */
const plain: Readonly<Record<string, string>> = { opacity: '1', 'paint-order': 'normal', visibility: 'visible' };

/** What belongs to pointing and reading aloud on the screen, and not to the picture. */
const onlyOnScreen = '.recharts-tooltip-cursor, .recharts-active-dot, title, desc';
/** Ways to the page's styles, its scripts and its readers; shape, place and pattern are the drawing itself. */
const ofThePage = /^(class|style|role|tabindex|focusable|aria-.*|data-.*|on.*)$/;

const inline = (element: Element): void => {
  const style = getComputedStyle(element);
  const kept = properties.flatMap((name): [string, string][] => {
    const value = style.getPropertyValue(name);
    return value === '' || value === plain[name] ? [] : [[name, value]];
  });
  for (const { name } of [...element.attributes]) if (ofThePage.test(name)) element.removeAttribute(name);
  for (const [name, value] of kept) element.setAttribute(name, value);
};

/** A copy of a drawing whose looks stand in it, in the light theme, whatever the screen shows. */
export const resolvedDrawing = (drawing: SVGSVGElement): SVGSVGElement => {
  const { width, height } = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const host = document.createElement('div');
  host.className = 'chart light visually-hidden';
  host.append(copy);
  document.body.append(host);
  for (const element of copy.querySelectorAll(onlyOnScreen)) element.remove();
  // Styles are read with their parents' still in place, so the innermost come first.
  for (const element of [...copy.querySelectorAll('*')].reverse()) inline(element);
  inline(copy);
  host.remove();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
};
