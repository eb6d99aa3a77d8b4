/**
 * As `ref` of a field in a dialog: the dialog then opens with the focus in it. The browser's <dialog> asks for the
 * attribute itself, which React does not write.
 */
export const focusFirst = (field: HTMLElement | null): void => field?.setAttribute('autofocus', '');
