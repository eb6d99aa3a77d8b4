const headersOf = (request: XMLHttpRequest): Headers => {
  const etag = request.getResponseHeader('etag');
  const type = request.getResponseHeader('content-type') ?? 'application/json';
  return new Headers({ 'content-type': type, ...(etag === null ? {} : { etag }) });
};

/** Asks as fetch does, and tells how much of what is sent has left, from 0 to 1: fetch itself cannot say. */
export const fetchTelling =
  (onSent: (share: number) => void): typeof fetch =>
  (address, { method = 'GET', headers, body = null } = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, String(address));
      new Headers(headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total > 0) onSent(loaded / total);
      };
      request.onload = () => {
        const { status, responseText } = request;
        resolve(new Response(responseText, { status, headers: headersOf(request) }));
      };
      request.onerror = () => reject(new TypeError('the server cannot be reached'));
      request.send(body as XMLHttpRequestBodyInit | null);
    });
