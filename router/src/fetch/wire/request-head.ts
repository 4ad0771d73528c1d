// The head of a request to a subgraph, as latin1 text: JSON is sent, and JSON is taken.
import type { Address } from './address.js';

/** RFC 9110, 5.6.2 and 5.5. A line break in a value would be a header, or a request, of whoever put it there. */
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

const ALWAYS = 'content-type: application/json\r\naccept: application/json, application/graphql-response+json\r\n';

/** What comes beside these two. `headers` as name, value, name, value; `size` in bytes of the body. Throws TypeError for what no header may be. */
export function requestHeads({ host, path }: Address): (headers: readonly string[], size: number) => string {
  const begin = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${ALWAYS}`;
  return (headers, size) => {
    let head = begin;
    for (let at = 0; at < headers.length; at += 2) {
      const name = headers[at] as string;
      const value = headers[at + 1] as string;
      if (!NAME.test(name) || !VALUE.test(value))
        throw new TypeError(`the header ${JSON.stringify(name)} cannot be sent`);
      head += `${name}: ${value}\r\n`;
    }
    return `${head}content-length: ${size}\r\n\r\n`;
  };
}
