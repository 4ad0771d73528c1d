// Saves an offer: makes a new one, or changes the one given, from the version that was on screen.
import { useRef } from 'react';
import { graphql } from '@/graph/generated';
import type { OfferingTerms_OfferingFragment } from '@/graph/generated/graphql';
import type { Refusal } from '@/graph/session';
import { useAct } from '@/parts/use-act';

const createOffering = graphql(`
  mutation CreateOffering($input: CreateOfferingInput!) {
    createOffering(input: $input) {
      userErrors {
        ...Refusal
      }
      offering {
        id
        ...OfferingTerms_offering
      }
    }
  }
`);

const updateOffering = graphql(`
  mutation UpdateOffering($input: UpdateOfferingInput!) {
    updateOffering(input: $input) {
      userErrors {
        ...Refusal
      }
      offering {
        id
        ...OfferingTerms_offering
      }
    }
  }
`);

interface Terms {
  readonly name: string;
  readonly minutes: number;
  readonly price: { readonly amountMinor: number; readonly currency: string };
  readonly requiresConfirmation: boolean;
  readonly bufferBeforeMinutes: number | null;
  readonly bufferAfterMinutes: number | null;
  readonly startEveryMinutes: number | null;
  readonly noticeMinutes: number | null;
  readonly horizonDays: number | null;
}

interface Saving {
  /** Resolves to whether it was saved. */
  save(terms: Terms): Promise<boolean>;
  readonly isBusy: boolean;
  readonly refusals: readonly Refusal[];
}

export function useSaveOffering(coachId: string, offering: OfferingTerms_OfferingFragment | null): Saving {
  const create = useAct(createOffering);
  const update = useAct(updateOffering);
  const wish = useRef({ terms: '', key: '' });
  const { isBusy, refusals } = offering ? update : create;
  return {
    isBusy,
    refusals,
    async save(terms) {
      if (offering) {
        const input = { ...terms, offeringId: offering.id, expectedVersion: offering.version };
        return (await update.run({ input })) !== null;
      }
      // Sent again as it is, it is the same wish; corrected, it is another.
      const text = JSON.stringify(terms);
      if (wish.current.terms !== text) wish.current = { terms: text, key: crypto.randomUUID() };
      const done = await create.run(
        { input: { ...terms, idempotencyKey: wish.current.key } },
        {
          update(cache, { data }) {
            const made = data?.createOffering.offering;
            if (!made) return;
            const reference = { __ref: cache.identify({ __typename: 'Offering', id: made.id }) ?? '' };
            const add = (others: unknown) => [...((others as unknown[] | null) ?? []), reference];
            cache.modify({
              id: cache.identify({ __typename: 'Coach', id: coachId }) ?? '',
              fields: { offerings: add },
            });
          },
        },
      );
      return done !== null;
    },
  };
}
