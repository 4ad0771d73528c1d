// What a coach offers: the list, and the dialogs to add, change and archive an offer.
import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Archive, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { scheduleWords } from '../schedule-words';
import { OfferingDialog } from './offering-dialog';
import { offeringTerms } from './offering-terms';
import classes from './schedule.module.css';

const fragment = graphql(`
  fragment Offerings_coach on Coach {
    id
    hourlyRate {
      currency
    }
    offerings {
      id
      ...OfferingTerms_offering
    }
  }
`);

const archiveOffering = graphql(`
  mutation ArchiveOffering($id: ID!) {
    archiveOffering(input: { offeringId: $id }) {
      userErrors {
        ...Refusal
      }
      offering {
        id
        isArchived
        version
      }
    }
  }
`);

export function Offerings({ coach }: { readonly coach: FragmentType<typeof fragment> }) {
  const words = useWords(scheduleWords);
  const { money } = useFormats();
  const { id: coachId, hourlyRate, offerings } = unmask(fragment, coach);
  const open = unmask(offeringTerms, offerings ?? []).filter(({ isArchived }) => !isArchived);
  const [edited, setEdited] = useState<string | null>(null);
  const archive = useAct(archiveOffering);
  const [dialog, confirm] = useConfirm();

  const putAway = async (id: string, name: string) => {
    const question = { title: words.archiveTitle(name), text: words.archiveText, yes: words.yesArchive };
    if (await confirm(question)) await archive.run({ id });
  };

  return (
    <Card as="section" aria-labelledby="offers">
      {dialog}
      <Stack>
        <Group justify="space-between">
          <div>
            <Title order={2} size="h4" id="offers">
              {words.offers}
            </Title>
            <Text size="sm" c="dimmed">
              {words.offersLead}
            </Text>
          </div>
          <Button variant="light" leftSection={<Plus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            {words.newOffer}
          </Button>
        </Group>
        <Refusals of={archive.refusals} />
        {open.length === 0 && <Text c="dimmed">{words.noOffers}</Text>}
        <ul className={classes['plain']}>
          {open.map(({ id, name, minutes, price, isConfirmationRequired }) => (
            <Card as="li" key={id}>
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text fw={600}>{name}</Text>
                  <Text size="sm" c="dimmed">
                    {[
                      words.long(minutes),
                      price.amountMinor > 0 ? money(price) : words.free,
                      ...(isConfirmationRequired ? [words.asks] : []),
                    ].join(' · ')}
                  </Text>
                </div>
                <Group gap={4} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={words.edit(name)}
                    onClick={() => setEdited(id)}
                  >
                    <Pencil size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={words.archive(name)}
                    onClick={() => void putAway(id, name)}
                  >
                    <Archive size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </Group>
            </Card>
          ))}
        </ul>
      </Stack>
      {edited && (
        <OfferingDialog
          coachId={coachId}
          currency={hourlyRate.currency}
          offering={open.find(({ id }) => id === edited) ?? null}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
