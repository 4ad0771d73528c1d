// What a coach says about what they offer: the fields that applying and changing share.
import { MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { graphql } from '@/graph/generated';
import { useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { coachWords } from './coach-words';
import type { OfferDraft } from './offer-draft';

export const offerFragment = graphql(`
  fragment OfferFields_coach on Coach {
    id
    version
    headline
    bio
    timeZone
    hourlyRate {
      amountMinor
      currency
    }
    specialties {
      id
      nameEn
      nameFr
    }
  }
`);

export interface SpecialtyChoice {
  readonly id: string;
  readonly nameEn: string;
  readonly nameFr: string;
  readonly isArchived?: boolean;
}

interface OfferFieldsProps {
  readonly draft: OfferDraft;
  readonly onChange: (change: Partial<OfferDraft>) => void;
  readonly specialties: readonly SpecialtyChoice[];
  readonly isRateWrong: boolean;
  readonly errorOf: (field: string) => string | undefined;
}

const zones = Intl.supportedValuesOf('timeZone');

export function OfferFields({ draft, onChange, specialties, isRateWrong, errorOf }: OfferFieldsProps) {
  const words = useWords(coachWords);
  const locale = useLocale();
  // One that was archived stays with who has it, and nobody else can choose it.
  const choices = specialties
    .filter(({ id, isArchived }) => !isArchived || draft.specialtyIds.includes(id))
    .map(({ id, nameEn, nameFr }) => ({ value: id, label: locale === 'fr' ? nameFr : nameEn }));
  return (
    <Stack>
      <TextInput
        label={words.headline}
        description={words.headlineHint}
        required
        maxLength={120}
        value={draft.headline}
        onChange={({ currentTarget: { value } }) => onChange({ headline: value })}
        error={errorOf('headline')}
      />
      <Textarea
        label={words.bio}
        maxLength={2000}
        autosize
        minRows={4}
        value={draft.bio}
        onChange={({ currentTarget: { value } }) => onChange({ bio: value })}
        error={errorOf('bio')}
      />
      <TextInput
        label={words.rate}
        required
        inputMode="decimal"
        rightSection={draft.currency}
        rightSectionWidth={56}
        value={draft.rate}
        onChange={({ currentTarget: { value } }) => onChange({ rate: value })}
        error={isRateWrong ? words.rateError : errorOf('hourlyRate')}
      />
      <Select
        label={words.zone}
        required
        searchable
        limit={60}
        data={zones.includes(draft.timeZone) ? zones : [draft.timeZone, ...zones]}
        allowDeselect={false}
        value={draft.timeZone}
        onChange={(timeZone) => timeZone && onChange({ timeZone })}
        error={errorOf('timeZone')}
      />
      <MultiSelect
        label={words.specialties}
        description={words.specialtiesHint}
        searchable
        maxValues={10}
        data={choices}
        value={[...draft.specialtyIds]}
        onChange={(specialtyIds) => onChange({ specialtyIds })}
        error={errorOf('specialtyIds')}
      />
    </Stack>
  );
}
