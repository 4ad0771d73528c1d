// The lessons that this device keeps for reading without a connection.
import { Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type KeptLesson, keptLessons } from '@/offline/kept-lessons';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useWords } from '@/words/words';
import { courseWords, writeMinutes } from './course-words';

export function KeptLessons() {
  const words = useWords(courseWords);
  const viewer = useSignedIn();
  const [lessons, setLessons] = useState<readonly KeptLesson[]>();
  useEffect(() => {
    let isGone = false;
    void keptLessons(viewer.id).then((found) => !isGone && setLessons(found));
    return () => {
      isGone = true;
    };
  }, [viewer.id]);
  if (!lessons) return null;
  return (
    <section aria-labelledby="kept-lessons">
      <Title order={2} size="h4" id="kept-lessons" mt="xl" mb="sm">
        {words.offlineLessons}
      </Title>
      {lessons.length === 0 ? (
        <Text c="dimmed">{words.offlineNone}</Text>
      ) : (
        <Stack component="ul" gap="xs" p={0} m={0}>
          {lessons.map(({ id, title, durationMinutes, course }) => (
            <Card key={id} as="li">
              <CoverLink to={`/lessons/${id}`}>{title}</CoverLink>
              <Text size="sm" c="dimmed">
                {[course?.title, writeMinutes(words, durationMinutes)].filter(Boolean).join(' · ')}
              </Text>
            </Card>
          ))}
        </Stack>
      )}
    </section>
  );
}
