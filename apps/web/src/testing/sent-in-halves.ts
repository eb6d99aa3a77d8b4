type Progress = { readonly lengthComputable: boolean; readonly loaded: number; readonly total: number };

/** For tests, in place of XMLHttpRequest: what is sent leaves in two halves, and the stubbed fetch answers. */
export class SentInHalves {
  readonly upload: { onprogress: ((progress: Progress) => void) | null } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  status = 0;
  responseText = '';
  #method = 'GET';
  #address = '';
  #answered = new Headers();
  readonly #headers = new Headers();

  open(method: string, address: string): void {
    this.#method = method;
    this.#address = address;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  send(body: BodyInit | null): void {
    for (const loaded of [5, 10]) this.upload.onprogress?.({ lengthComputable: true, loaded, total: 10 });
    fetch(this.#address, { method: this.#method, headers: this.#headers, body }).then(
      async (answer) => {
        this.status = answer.status;
        this.#answered = answer.headers;
        this.responseText = await answer.text();
        this.onload?.();
      },
      () => this.onerror?.(),
    );
  }
}
