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

// Each part is asked of its own subgraph: one that is down takes nothing of the others with it.
const popular = graphql(`
  query LandingProducts {
    popularProducts(first: 4) {
      id
      ...Popular_product
    }
  }
`);

const newest = graphql(`
  query LandingCourses {
    courses(first: 3) {
      edges {
        node {
          id
          ...NewCourses_course
        }
      }
    }
  }
`);

const fields = graphql(`
  query LandingFields {
    specialties {
      id
      name
    }
  }
`);

export function Landing() {
  const words = useWords(landingWords);
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
      <Answer of={useQuery(popular)} skeleton={<Lines count={1} height={220} />} isPart>
        {({ popularProducts }) => <Popular products={popularProducts} />}
      </Answer>
      <Answer of={useQuery(newest)} skeleton={<Lines count={1} height={160} />} isPart>
        {({ courses }) => <NewCourses courses={courses.edges.map(({ node }) => node)} />}
      </Answer>
      <Answer of={useQuery(fields)} skeleton={<Lines count={1} height={80} />} isPart>
        {({ specialties }) => <Fields names={specialties.map(({ name }) => name)} />}
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
