// Adds a specialty, in both languages; it stands in the list at once.
import type { Reference } from '@apollo/client';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { coachWords } from './coach-words';

const createSpecialty = graphql(`
  mutation CreateSpecialty($input: CreateSpecialtyInput!) {
    createSpecialty(input: $input) {
      userErrors {
        ...Refusal
      }
      specialty {
        id
        isArchived
        ...SpecialtyRow_specialty
      }
    }
  }
`);

export function AddSpecialty() {
  const words = useWords(coachWords);
  const act = useAct(createSpecialty);
  const errorOf = useFieldErrors(act.refusals);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const input = { nameEn: String(given.get('nameEn')), nameFr: String(given.get('nameFr')) };
    const done = await act.run(
      { input },
      {
        update: (cache, { data }) => {
          const specialty = data?.createSpecialty.specialty;
          if (!specialty) return;
          const one: Reference = { __ref: cache.identify({ __typename: 'Specialty', id: specialty.id }) ?? '' };
          const withOne = (existing: readonly Reference[]) => [one, ...existing];
          cache.modify({ id: 'ROOT_QUERY', fields: { specialties: withOne as never } });
        },
      },
    );
    if (done) form.reset();
  };
  return (
    <form onSubmit={add}>
      <Stack gap="sm">
        <Group align="flex-start">
          <TextInput
            name="nameEn"
            label={words.english}
            required
            maxLength={60}
            error={errorOf('nameEn')}
            flex="1 1 12rem"
          />
          <TextInput
            name="nameFr"
            label={words.french}
            required
            maxLength={60}
            error={errorOf('nameFr')}
            flex="1 1 12rem"
          />
          <Button type="submit" loading={act.isBusy} mt={24}>
            {words.add}
          </Button>
        </Group>
        <Refusals of={act.refusals} fields={['nameEn', 'nameFr']} />
      </Stack>
    </form>
  );
}
