// What somebody without an account sees of the coaches: the fields they work in, and the way in.
import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Sparkles } from 'lucide-react';
import { Link } from 'react-router';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { coachesWords } from './coaches-words';
import { specialtiesQuery } from './specialties-query';

export function CoachesForGuests() {
  const words = useWords(coachesWords);
  const locale = useLocale();
  const result = useQuery(specialtiesQuery);
  return (
    <Card>
      <Empty icon={Sparkles} title={words.guestTitle} text={words.guestText}>
        <Group mt="xs">
          <Button component={Link} to="/sign-in?next=%2Fcoaches">
            {words.signIn}
          </Button>
          <Button component={Link} to="/sign-up" variant="default">
            {words.signUp}
          </Button>
        </Group>
      </Empty>
      <Answer of={result}>
        {({ specialties }) => (
          <Stack align="center" gap="xs" pb="md">
            <Title order={2} size="h5">
              {words.fields}
            </Title>
            <Group gap={6} justify="center" maw={560}>
              {specialties.map(({ id, nameEn, nameFr }) => (
                <Badge key={id} variant="light" tt="none" size="lg">
                  <Text span size="sm">
                    {locale === 'fr' ? nameFr : nameEn}
                  </Text>
                </Badge>
              ))}
            </Group>
          </Stack>
        )}
      </Answer>
    </Card>
  );
}
