/** Only these cuts stand in a picture. */
const weights = ['400', '600', '700'];

const dataAddress = async (address: string): Promise<string> => {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The font could not be read.'));
    reader.readAsDataURL(blob);
  });
};

const fontRules = (): CSSFontFaceRule[] =>
  [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule));

/** The page's own font as a style sheet that needs no other file. */
export const pictureFonts = async (family: string): Promise<string> => {
  const rules = fontRules().filter(
    ({ style }) =>
      style.getPropertyValue('font-family').replaceAll(/["']/g, '') === family &&
      style.getPropertyValue('font-style') !== 'italic' &&
      weights.includes(style.getPropertyValue('font-weight')),
  );
  const faces = rules.map(async ({ style, parentStyleSheet }) => {
    const address = /url\("?([^")]+\.woff2)"?\)/.exec(style.getPropertyValue('src'))?.[1];
    if (address === undefined) return '';
    const data = await dataAddress(new URL(address, parentStyleSheet?.href ?? document.baseURI).href);
    return `@font-face{font-family:"${family}";font-weight:${style.getPropertyValue('font-weight')};src:url("${data}") format("woff2")}`;
  });
  return (await Promise.all(faces)).join('');
};
