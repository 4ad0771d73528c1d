// Asks to be listed as a coach; again, after a no.
import { Button, Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { coachWords } from './coach-words';
import { OfferFields, offerFragment, type SpecialtyChoice } from './offer-fields';
import { useOffer } from './use-offer';

const applyAsCoach = graphql(`
  mutation ApplyAsCoach($input: ApplyAsCoachInput!) {
    applyAsCoach(input: $input) {
      coach {
        id
        ...CoachStanding_coach
        ...OfferFields_coach
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface ApplyFormProps {
  readonly viewerId: string;
  /** What was declined or withdrawn; null at the first time. */
  readonly before: FragmentType<typeof offerFragment> | null;
  readonly specialties: readonly SpecialtyChoice[];
}

export function ApplyForm({ viewerId, before, specialties }: ApplyFormProps) {
  const words = useWords(coachWords);
  const offer = useOffer(unmask(offerFragment, before));
  const applying = useAct(applyAsCoach);
  const errorOf = useFieldErrors(applying.refusals);

  const apply = async (event: FormEvent) => {
    event.preventDefault();
    const input = offer.read();
    if (!input) return;
    const done = await applying.run(
      { input },
      {
        update(cache, { data }) {
          const coach = data?.applyAsCoach.coach;
          const id = cache.identify({ __typename: 'User', id: viewerId });
          if (!coach || !id) return;
          cache.modify({ id, fields: { coach: (_, { toReference }) => toReference(coach) ?? null } });
        },
      },
    );
    if (done) said(words.applied);
  };

  return (
    <form onSubmit={apply}>
      <Stack>
        <Refusals of={applying.refusals} fields={['headline', 'bio', 'hourlyRate', 'timeZone', 'specialtyIds']} />
        <OfferFields
          draft={offer.draft}
          onChange={offer.change}
          specialties={specialties}
          isRateWrong={offer.isRateWrong}
          errorOf={errorOf}
        />
        <Button type="submit" loading={applying.isBusy} style={{ alignSelf: 'flex-start' }}>
          {words.apply}
        </Button>
      </Stack>
    </form>
  );
}
