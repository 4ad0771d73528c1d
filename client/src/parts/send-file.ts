// One file from the browser to a medium: a ticket, then the bytes.
import type { ApolloClient } from '@apollo/client';
import { graphql, unmask } from '@/graph/generated';
import type { MediaPurpose } from '@/graph/generated/graphql';
import { keepFresh, type Refusal, refresh } from '@/graph/session';
import { type PutOptions, putBytes } from './put-bytes';
import { refusalFragment } from './use-act';

const createUploadTicket = graphql(`
  mutation CreateUploadTicket($input: CreateUploadTicketInput!) {
    createUploadTicket(input: $input) {
      ticket {
        uploadUrl
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export type SendResult =
  | { readonly kind: 'taken'; readonly mediaId: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'cancelled' };

/** Throws what readFailure reads. */
export async function sendFile(
  client: ApolloClient,
  file: File,
  purpose: MediaPurpose,
  options: PutOptions,
): Promise<SendResult> {
  const input = { purpose, fileName: file.name, byteLength: file.size };
  const { data, error } = await client.mutate({ mutation: createUploadTicket, variables: { input } });
  const { ticket, userErrors = [] } = data?.createUploadTicket ?? {};
  if (userErrors.length > 0) {
    return { kind: 'refused', refusals: userErrors.map((refused) => unmask(refusalFragment, refused)) };
  }
  if (!ticket) throw error ?? new TypeError('the server gave no ticket');
  await keepFresh();
  let answer = await putBytes(ticket.uploadUrl, file, options);
  // Nothing was taken yet: whoever is not known does not reach the ticket.
  if (answer.kind === 'signed-out' && (await refresh())) answer = await putBytes(ticket.uploadUrl, file, options);
  if (answer.kind === 'refused') return { kind: 'refused', refusals: [answer.refusal] };
  return answer.kind === 'signed-out' ? { kind: 'cancelled' } : answer;
}
