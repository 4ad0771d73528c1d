// Changes what a coach offers. When it was changed elsewhere meanwhile, the person is shown what is saved if they wish.
import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Notice } from '@/ui/notice';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { coachWords } from './coach-words';
import { OfferFields, offerFragment, type SpecialtyChoice } from './offer-fields';
import { useOffer } from './use-offer';

const updateCoachProfile = graphql(`
  mutation UpdateCoachProfile($input: UpdateCoachProfileInput!) {
    updateCoachProfile(input: $input) {
      coach {
        ...OfferFields_coach
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface CoachFormProps {
  readonly coach: FragmentType<typeof offerFragment>;
  readonly specialties: readonly SpecialtyChoice[];
  /** Asks the server what is saved now. */
  readonly reload: () => Promise<unknown>;
}

export function CoachForm({ coach, specialties, reload }: CoachFormProps) {
  const words = useWords(coachWords);
  const saved = unmask(offerFragment, coach);
  const offer = useOffer(saved);
  // What the person began from: not what the cache learns meanwhile.
  const [version, setVersion] = useState(saved.version);
  const saving = useAct(updateCoachProfile);
  const errorOf = useFieldErrors(saving.refusals);
  const isConflict = saving.refusals.some(({ code }) => code === 'CONFLICT');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const change = offer.read();
    if (!change) return;
    const data = await saving.run({ input: { expectedVersion: version, ...change } });
    if (!data) return void (await reload());
    const now = unmask(offerFragment, data.updateCoachProfile.coach);
    if (now) setVersion(now.version);
    said(words.saved);
  };
  const takeTheirs = () => {
    offer.startOver(saved);
    setVersion(saved.version);
    saving.reset();
  };

  return (
    <form onSubmit={save}>
      <Stack>
        {isConflict ? (
          <Notice text={words.conflict} action={words.reload} onAction={takeTheirs} />
        ) : (
          <Refusals of={saving.refusals} fields={['headline', 'bio', 'hourlyRate', 'timeZone', 'specialtyIds']} />
        )}
        <OfferFields
          draft={offer.draft}
          onChange={offer.change}
          specialties={specialties}
          isRateWrong={offer.isRateWrong}
          errorOf={errorOf}
        />
        <Button type="submit" loading={saving.isBusy} style={{ alignSelf: 'flex-start' }}>
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}
