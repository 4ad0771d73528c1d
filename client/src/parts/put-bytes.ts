// The bytes of one file on their way to its ticket. XMLHttpRequest, because fetch does not say how much has left.
import { type Refusal, Unreachable } from '@/graph/session';

export interface PutOptions {
  /** From 0 to 1; 1 means that all has left and the server works on it. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

export type PutAnswer =
  | { readonly kind: 'taken'; readonly mediaId: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'cancelled' };

/** Throws Unreachable when the server was not reached, or could not answer. */
export function putBytes(path: string, file: Blob, { onProgress, signal }: PutOptions): Promise<PutAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve({ kind: 'cancelled' });
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    signal.addEventListener('abort', cancel);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onabort = () => resolve({ kind: 'cancelled' });
    request.onerror = () => reject(new Unreachable(null));
    request.onload = () => {
      const answer = readAnswer(request.status, request.responseText);
      if (answer) resolve(answer);
      else reject(new Unreachable(request.getResponseHeader('x-request-id')));
    };
    request.onloadend = () => signal.removeEventListener('abort', cancel);
    request.open('PUT', path);
    request.send(file);
  });
}

interface Answered {
  readonly mediaId?: string;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly parameters?: Readonly<Record<string, string | number>> };
  }[];
}

/** Null when the answer is no decision about the file: the server could not make one. */
export function readAnswer(status: number, text: string): PutAnswer | null {
  if (status === 401) return { kind: 'signed-out' };
  if (status >= 500 || !text.startsWith('{')) return null;
  const { mediaId, errors = [] } = JSON.parse(text) as Answered;
  if (status === 201 && mediaId) return { kind: 'taken', mediaId };
  const [first] = errors;
  if (!first) return null;
  const { code, parameters = {} } = first.extensions;
  const named = Object.entries(parameters).map(([name, value]) => ({ name, value: String(value) }));
  return { kind: 'refused', refusal: { code, message: first.message, path: null, parameters: named } };
}
