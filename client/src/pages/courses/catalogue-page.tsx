// All published courses, found by words. The words are in the address, so that a search can be shared.
import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { GraduationCap, Search } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { useSoonHere } from '@/parts/use-soon-here';
import { useViewer } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card, Cards } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { CourseCard } from './course-card';
import { courseWords } from './course-words';

const catalogue = graphql(`
  query CourseCatalogue($search: String, $after: String) {
    courses(first: 12, after: $after, search: $search) {
      edges {
        node {
          id
          ...CourseCard_course
        }
        cursor
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const LONGEST_SEARCH = 100;

export function Page() {
  const words = useWords(courseWords);
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const asked = (params.get('q') ?? '').trim().slice(0, LONGEST_SEARCH);
  const [typed, setTyped] = useState(asked);
  const seek = useSoonHere((text: string) => setParams(text ? { q: text } : {}, { replace: true }), 250);
  const result = useQuery(catalogue, { variables: { search: asked || null, after: null } });
  return (
    <Frame
      title={words.courses}
      lead={words.lead}
      actions={
        viewer && (
          <>
            {viewer.coach && (
              <Button component={Link} to="/teaching" variant="default">
                {words.teaching}
              </Button>
            )}
            <Button component={Link} to="/learning">
              {words.learning}
            </Button>
          </>
        )
      }
    >
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<Search size={16} aria-hidden />}
        maxLength={LONGEST_SEARCH}
        maw={420}
        mb="lg"
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          seek(value.trim());
        }}
      />
      <Answer of={result} skeleton={<CardShapes />}>
        {({ courses: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty icon={GraduationCap} title={words.none} text={words.noneText}>
              <Button
                variant="light"
                onClick={() => {
                  setTyped('');
                  setParams({}, { replace: true });
                }}
              >
                {words.showAll}
              </Button>
            </Empty>
          ) : (
            <>
              <Cards least="17rem">
                {edges.map(({ node }) => (
                  <CourseCard key={node.id} course={node} />
                ))}
              </Cards>
              <LoadMore pageInfo={pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
    </Frame>
  );
}

const CardShapes = () => (
  <Cards least="17rem">
    {['one', 'two', 'three', 'four', 'five', 'six'].map((name) => (
      <Card key={name} as="li" isFlush>
        <Skeleton height={132} radius={0} />
        <Skeleton height={150} radius={0} mt={8} />
      </Card>
    ))}
  </Cards>
);
