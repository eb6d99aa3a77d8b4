import { pictureFonts } from './picture-fonts.ts';
import { resolvedDrawing } from './resolved-drawing.ts';
import { linesOf } from './text-lines.ts';

const svg = 'http://www.w3.org/2000/svg';
const family = 'Public Sans Web';
const margin = 24;

const ink = '#1b1b1b';
const soft = '#4a5058';

type Words = { readonly size: number; readonly weight: number; readonly color: string };

const titleWords: Words = { size: 18, weight: 700, color: ink };
const plainWords: Words = { size: 13, weight: 400, color: soft };

const measureIn = ({ size, weight }: Words): ((text: string) => number) => {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text) => text.length * size * 0.55;
  context.font = `${weight} ${size}px "${family}", sans-serif`;
  return (text) => context.measureText(text).width;
};

const element = (name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement => {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
};

/** Lays things below each other; `y` is where the next one begins. */
class Sheet {
  readonly parts: SVGElement[] = [];
  y = margin;
  readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  write(text: string, words: Words, gap: number): void {
    const lines = linesOf(text, this.width - 2 * margin, measureIn(words));
    for (const line of lines) {
      this.y += words.size * 1.35;
      const place = { x: margin, y: this.y, fill: words.color, 'font-size': words.size, 'font-weight': words.weight };
      this.parts.push(element('text', place, line));
    }
    if (lines.length > 0) this.y += gap;
  }

  draw(drawing: SVGSVGElement, gap: number): void {
    drawing.setAttribute('x', String(margin));
    drawing.setAttribute('y', String(this.y));
    this.parts.push(drawing);
    this.y += Number(drawing.getAttribute('height')) + gap;
  }

  /** Samples of lines with their words, side by side as far as there is room. */
  legend(entries: readonly { readonly sample: SVGSVGElement; readonly words: string }[]): void {
    const measure = measureIn(plainWords);
    let x = margin;
    this.y += 8;
    for (const { sample, words } of entries) {
      const [before, after] = [Number(sample.getAttribute('width')) + 6, 18];
      if (x > margin && x + before + measure(words) > this.width - margin) {
        x = margin;
        this.y += 20;
      }
      sample.setAttribute('x', String(x));
      sample.setAttribute('y', String(this.y));
      const place = { x: x + before, y: this.y + 10.5, fill: soft, 'font-size': plainWords.size };
      this.parts.push(sample, element('text', place, words));
      x += before + measure(words) + after;
    }
    if (entries.length > 0) this.y += 20;
  }
}

type PictureWords = { readonly title: string; readonly subtitle: string; readonly source: string };

const legendOf = (frame: Element) =>
  [...frame.querySelectorAll('.chart__legend li, .legend li')].flatMap((item) => {
    const sample = item.querySelector('svg');
    return sample === null ? [] : [{ sample: resolvedDrawing(sample), words: item.textContent ?? '' }];
  });

const notesOf = (frame: Element): string[] =>
  [...frame.querySelectorAll('.chart__notes li')].map((item, index) => `${index + 1}  ${item.textContent}`);

/** The chart of a frame with all that stands around it, as one drawing that needs no other file; null: none is shown. */
export const chartPicture = async (frame: Element, words: PictureWords): Promise<SVGSVGElement | null> => {
  const drawing = frame.querySelector<SVGSVGElement>('svg.recharts-surface, svg.chart__drawing');
  if (drawing === null) return null;
  const fonts = await pictureFonts(family);
  const sheet = new Sheet(drawing.getBoundingClientRect().width + 2 * margin);
  sheet.write(words.title, titleWords, 4);
  sheet.write(words.subtitle, plainWords, 8);
  sheet.draw(resolvedDrawing(drawing), 0);
  sheet.legend(legendOf(frame));
  for (const note of notesOf(frame)) sheet.write(note, plainWords, 2);
  sheet.write(words.source, { ...plainWords, size: 12 }, 0);
  const [width, height] = [Math.ceil(sheet.width), Math.ceil(sheet.y + margin)];
  const picture = element('svg', {
    xmlns: svg,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': `'${family}', 'Public Sans', Arial, sans-serif`,
    role: 'img',
  }) as SVGSVGElement;
  const name = element('title', {}, words.title);
  picture.append(
    name,
    element('style', {}, fonts),
    element('rect', { width, height, fill: '#ffffff' }),
    ...sheet.parts,
  );
  return picture;
};

export const svgText = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture);

/** At twice the size, so that it stays sharp in a document. */
export const pngOf = async (picture: SVGSVGElement): Promise<Blob> => {
  const [width, height] = ['width', 'height'].map((side) => Number(picture.getAttribute(side)) * 2) as [number, number];
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob))),
  );
};
