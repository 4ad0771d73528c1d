// A certificate, for anybody who has its code: says whether it was issued, to whom and for what. Made to be printed.
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Award, FileX2, Link2, Printer } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { said } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { answered } from './answered';
import classes from './certificate.module.css';
import { certificateWords } from './certificate-words';

const certificateQuery = graphql(`
  query CertificatePage($code: String!) {
    certificate(code: $code) {
      id
      code
      courseTitle
      issuedAt
      holderName
      course {
        id
        slug
      }
    }
  }
`);

export function Page() {
  const { code = '' } = useParams();
  const words = useWords(certificateWords);
  const formats = useFormats();
  const result = useQuery(certificateQuery, { variables: { code } });
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    said(words.copied);
  };
  return (
    <Frame title={words.certificate} lead={result.data?.certificate ? words.lead : undefined} width="narrow">
      <Answer of={answered(result, 'certificate')}>
        {({ certificate }) =>
          certificate ? (
            <Stack gap="lg">
              <article className={classes['sheet']}>
                <Stack align="center" gap="sm">
                  <Award size={56} strokeWidth={1.3} aria-hidden color="var(--mantine-color-iris-text)" />
                  <Text tt="uppercase" size="sm" c="dimmed" style={{ letterSpacing: '0.12em' }}>
                    {words.of}
                  </Text>
                  <Text mt="md">{words.says}</Text>
                  <div className={classes['name']}>{certificate.holderName ?? words.someone}</div>
                  <Text>{words.completed}</Text>
                  <div className={classes['course']}>{certificate.courseTitle}</div>
                  <Text>{words.on(formats.date(certificate.issuedAt))}</Text>
                  <Text size="sm" c="dimmed" mt="lg" style={{ overflowWrap: 'anywhere' }}>
                    {words.code} {certificate.code}
                  </Text>
                </Stack>
              </article>
              <Group className={classes['acts'] ?? ''} justify="center">
                <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
                  {words.print}
                </Button>
                <Button variant="default" leftSection={<Link2 size={16} aria-hidden />} onClick={() => void copy()}>
                  {words.copy}
                </Button>
                {certificate.course && (
                  <Button component={Link} to={`/courses/${certificate.course.slug}`} variant="subtle">
                    {words.toCourse}
                  </Button>
                )}
              </Group>
            </Stack>
          ) : (
            <Empty icon={FileX2} title={words.unknown} text={words.unknownText} />
          )
        }
      </Answer>
    </Frame>
  );
}
