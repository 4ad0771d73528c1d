// One mutation as a page uses it: run it, know whether it is under way, and what was refused.
import type { ApolloCache, ErrorLike, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { readFailure } from '@/graph/failure';
import { graphql } from '@/graph/generated';
import type { Refusal } from '@/graph/session';
import { failed } from '@/ui/toasts';

/** Every mutation selects `userErrors { ...Refusal }`. */
export const refusalFragment = graphql(`
  fragment Refusal on UserError {
    code
    message
    path
    parameters {
      name
      value
    }
  }
`);

interface Options<Data> {
  /** What the answer will most likely be; shown at once, and replaced by the real one. */
  readonly optimisticResponse?: Data;
  /** Called for the optimistic answer and for the real one: puts new things into lists, takes gone ones out. */
  readonly update?: (cache: ApolloCache, result: { readonly data?: Data | null | undefined }) => void;
}

type Mutate<Data, Variables extends OperationVariables> = (
  asked: { readonly mutation: TypedDocumentNode<Data, Variables>; readonly variables: Variables } & Options<Data>,
) => Promise<{ readonly data?: Data | undefined; readonly error?: ErrorLike | undefined }>;

export interface Act<Data, Variables extends OperationVariables> {
  /**
   * Resolves to the data when everything went well, to null when it was refused (see `refusals`) or failed (a toast says
   * so, with the request id). Never throws.
   */
  run(variables: Variables, options?: Options<Data>): Promise<Data | null>;
  readonly isBusy: boolean;
  readonly refusals: readonly Refusal[];
  /** Forgets the refusals, e.g. when a dialog opens again. */
  reset(): void;
}

export function useAct<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
): Act<Data, Variables> {
  const client = useApolloClient();
  const [underWay, setUnderWay] = useState(0);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  return {
    isBusy: underWay > 0,
    refusals,
    reset: () => setRefusals([]),
    async run(variables, options) {
      setUnderWay((count) => count + 1);
      setRefusals([]);
      try {
        // Apollo's own type asks for more than an unknown Variables can promise.
        const mutate = client.mutate.bind(client) as unknown as Mutate<Data, Variables>;
        const { data, error } = await mutate({ mutation, variables, ...options });
        const refused = refusalsIn(data);
        setRefusals(refused);
        if (error && refused.length === 0) failed(readFailure(error));
        return data && !error && refused.length === 0 ? data : null;
      } catch (error) {
        failed(readFailure(error));
        return null;
      } finally {
        setUnderWay((count) => count - 1);
      }
    },
  };
}

function refusalsIn(data: unknown): readonly Refusal[] {
  const payloads = Object.values((data ?? {}) as Record<string, { userErrors?: readonly Refusal[] } | null>);
  return payloads.flatMap((payload) => payload?.userErrors ?? []);
}
