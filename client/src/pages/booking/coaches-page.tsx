// The coaches: found by words and by specialty, both kept in the address. The graph shows them to members only.
import { useQuery } from '@apollo/client/react';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { Search, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { useSoonHere } from '@/parts/use-soon-here';
import { useViewer } from '@/parts/viewer';
import { Answer, Lines } from '@/ui/answer';
import { Cards } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { CoachCard } from './coach-card';
import { CoachesForGuests } from './coaches-for-guests';
import { coachesWords } from './coaches-words';
import { specialtiesQuery } from './specialties-query';

const coachesQuery = graphql(`
  query CoachSearch($after: String, $search: String, $specialty: ID) {
    coaches(first: 24, after: $after, search: $search, specialty: $specialty) {
      edges {
        node {
          id
          ...CoachCard_coach
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const TYPING_MS = 250;

export function Page() {
  const words = useWords(coachesWords);
  return (
    <Frame title={words.title} lead={words.lead}>
      {useViewer() ? <CoachSearch /> : <CoachesForGuests />}
    </Frame>
  );
}

function CoachSearch() {
  const words = useWords(coachesWords);
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? '';
  const specialty = address.get('specialty') ?? '';
  const specialties = useQuery(specialtiesQuery).data?.specialties ?? [];
  const result = useQuery(coachesQuery, { variables: { search: search || null, specialty: specialty || null } });
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);

  const ask = (name: 'search' | 'specialty', value: string | null) =>
    setAddress(
      (current) => {
        const next = new URLSearchParams(current);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const askSoon = useSoonHere((value: string) => ask('search', value.trim()), TYPING_MS);
  const isFrench = useLocale() === 'fr';

  return (
    <>
      <Group component="search" mb="lg" gap="sm">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<Search size={16} aria-hidden />}
          value={typed}
          flex="1 1 16rem"
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            askSoon(value);
          }}
        />
        <Select
          aria-label={words.specialty}
          placeholder={words.all}
          data={specialties.map(({ id, nameEn, nameFr }) => ({ value: id, label: isFrench ? nameFr : nameEn }))}
          value={specialty || null}
          onChange={(value) => ask('specialty', value)}
          clearable
          clearButtonProps={{ 'aria-label': words.all }}
          flex="0 1 15rem"
        />
      </Group>
      <Answer of={result} skeleton={<Lines count={3} height={180} />}>
        {({ coaches }) =>
          coaches.edges.length === 0 ? (
            <Empty icon={Users} title={words.noneTitle} text={words.noneText}>
              <Button variant="light" onClick={() => setAddress({}, { replace: true })}>
                {words.clear}
              </Button>
            </Empty>
          ) : (
            <>
              <Cards least="19rem">
                {coaches.edges.map(({ node }) => (
                  <CoachCard key={node.id} coach={node} />
                ))}
              </Cards>
              <LoadMore pageInfo={coaches.pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
    </>
  );
}
