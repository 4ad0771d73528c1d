// What Mosaic is, for who is not signed in: its four domains, and real things from them.
import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { useWords } from '@/words/words';
import { Domains } from './domains';
import { Fields } from './fields';
import classes from './landing.module.css';
import { landingWords } from './landing-words';
import { NewCourses } from './new-courses';
import { Popular } from './popular';

const landing = graphql(`
  query Landing {
    popularProducts(first: 4) {
      id
      ...Popular_product
    }
    courses(first: 3) {
      edges {
        node {
          id
          ...NewCourses_course
        }
      }
    }
    specialties {
      id
      name
    }
  }
`);

export function Landing() {
  const words = useWords(landingWords);
  const result = useQuery(landing);
  useEffect(() => {
    document.title = 'Mosaic';
  }, []);
  return (
    <div className={classes['landing']}>
      <header className={classes['hero']}>
        <Title order={1} className={classes['title']}>
          {words.title}
        </Title>
        <Text size="lg" maw="38rem">
          {words.lead}
        </Text>
        <Group mt="sm">
          <Button component={Link} to="/sign-up" size="md">
            {words.join}
          </Button>
          <Button component={Link} to="/shop" size="md" variant="default">
            {words.look}
          </Button>
        </Group>
      </header>
      <Domains />
      <Answer of={result} skeleton={<Lines count={2} height={220} />}>
        {({ popularProducts, courses, specialties }) => (
          <>
            <Popular products={popularProducts} />
            <NewCourses courses={courses.edges.map(({ node }) => node)} />
            <Fields names={specialties.map(({ name }) => name)} />
          </>
        )}
      </Answer>
      <section className={classes['ready']} aria-labelledby="ready">
        <Title order={2} id="ready">
          {words.ready}
        </Title>
        <Text>{words.readyText}</Text>
        <Group justify="center">
          <Button component={Link} to="/sign-up" size="md">
            {words.join}
          </Button>
          <Button component={Link} to="/sign-in" size="md" variant="default">
            {words.signIn}
          </Button>
        </Group>
        <Anchor component={Link} to="/developers" size="sm">
          {words.developers}
        </Anchor>
      </section>
    </div>
  );
}
