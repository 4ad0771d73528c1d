// What coaches choose from: add one, rename one, archive one.
import { useQuery } from '@apollo/client/react';
import { Text, Title } from '@mantine/core';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { Card } from '@/ui/card';
import { useWords } from '@/words/words';
import { AddSpecialty } from './add-specialty';
import classes from './admin.module.css';
import { coachWords } from './coach-words';
import { SpecialtyRow } from './specialty-row';

const specialtiesOffered = graphql(`
  query SpecialtiesOffered {
    specialties {
      id
      isArchived
      ...SpecialtyRow_specialty
    }
  }
`);

export function Specialties() {
  const words = useWords(coachWords);
  const result = useQuery(specialtiesOffered);
  return (
    <section aria-labelledby="specialties">
      <Title order={2} size="h3" id="specialties" mt="xl">
        {words.specialties}
      </Title>
      <Text c="dimmed" mb="md">
        {words.specialtiesText}
      </Text>
      <Card>
        <AddSpecialty />
      </Card>
      <Answer of={result} skeleton={<Lines count={4} height={56} />}>
        {({ specialties }) => (
          <ul className={classes['rows']} style={{ marginBlockStart: '0.6rem' }}>
            {specialties
              .filter(({ isArchived }) => !isArchived)
              .map((specialty) => (
                <SpecialtyRow key={specialty.id} specialty={specialty} />
              ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}
