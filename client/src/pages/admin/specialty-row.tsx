// One specialty: its two names, which can be changed in place, and archiving it.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { useRefusedAloud } from '@/parts/posts/use-refused-aloud';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import classes from './admin.module.css';
import { coachWords } from './coach-words';

const fragment = graphql(`
  fragment SpecialtyRow_specialty on Specialty {
    id
    name
    nameEn
    nameFr
  }
`);

const updateSpecialty = graphql(`
  mutation UpdateSpecialty($input: UpdateSpecialtyInput!) {
    updateSpecialty(input: $input) {
      userErrors {
        ...Refusal
      }
      specialty {
        id
        ...SpecialtyRow_specialty
      }
    }
  }
`);

const archiveSpecialty = graphql(`
  mutation ArchiveSpecialty($input: ArchiveSpecialtyInput!) {
    archiveSpecialty(input: $input) {
      userErrors {
        ...Refusal
      }
      specialty {
        id
        isArchived
      }
    }
  }
`);

export function SpecialtyRow({ specialty }: { readonly specialty: FragmentType<typeof fragment> }) {
  const words = useWords(coachWords);
  const states = useWords(stateWords);
  const { id, name, nameEn, nameFr } = unmask(fragment, specialty);
  const [isEditing, setEditing] = useState(false);
  const update = useAct(updateSpecialty);
  const archive = useAct(archiveSpecialty);
  useRefusedAloud(archive.refusals);
  const [dialog, confirm] = useConfirm();
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const input = { specialtyId: id, nameEn: String(given.get('nameEn')), nameFr: String(given.get('nameFr')) };
    if (await update.run({ input })) setEditing(false);
  };
  const putAway = async () => {
    const question = { title: words.archiveQuestion(name), text: words.archiveText, yes: words.archive };
    if (await confirm(question)) await archive.run({ input: { specialtyId: id } });
  };
  return (
    <Card as="li" aria-label={name}>
      {isEditing ? (
        <form onSubmit={save} className={classes['row']}>
          <TextInput
            name="nameEn"
            label={words.english}
            defaultValue={nameEn}
            required
            maxLength={60}
            flex="1 1 12rem"
          />
          <TextInput
            name="nameFr"
            label={words.french}
            defaultValue={nameFr}
            required
            maxLength={60}
            flex="1 1 12rem"
          />
          <Group gap="xs">
            <Button type="submit" size="compact-md" loading={update.isBusy}>
              {words.save}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setEditing(false)}>
              {states.cancel}
            </Button>
          </Group>
          <Refusals of={update.refusals} />
        </form>
      ) : (
        <div className={classes['row']}>
          <Text>
            <span lang="en">{nameEn}</span> · <span lang="fr">{nameFr}</span>
          </Text>
          <Group gap="xs">
            <Button size="compact-md" variant="default" onClick={() => setEditing(true)}>
              {words.rename(name)}
            </Button>
            <Button
              size="compact-md"
              variant="subtle"
              color="red"
              aria-label={words.archiveOf(name)}
              onClick={() => void putAway()}
            >
              {words.archive}
            </Button>
          </Group>
        </div>
      )}
      {dialog}
    </Card>
  );
}
