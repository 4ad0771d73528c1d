// Has the server read the whole trail and check its chain; that may take a while, and says so.
import { useLazyQuery } from '@apollo/client/react';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { readFailure } from '@/graph/failure';
import { graphql } from '@/graph/generated';
import { Card } from '@/ui/card';
import { Problem } from '@/ui/problem';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './admin.module.css';
import { auditWords } from './audit-words';

const verifyChain = graphql(`
  query VerifyChain {
    verifyAuditChain {
      isIntact
      entryCount
      digest
      brokenAt
      reason
    }
  }
`);

export function VerifyChain() {
  const words = useWords(auditWords);
  const { number } = useFormats();
  const [verify, { data, error, loading }] = useLazyQuery(verifyChain, {
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'network-only',
    notifyOnNetworkStatusChange: true,
  });
  const report = loading ? undefined : data?.verifyAuditChain;
  return (
    <Card as="section" aria-label={words.verify}>
      <Stack gap="sm">
        <Group>
          <Button
            variant="light"
            leftSection={<ShieldCheck size={18} aria-hidden />}
            disabled={loading}
            // What went wrong stands in `error`.
            onClick={() => void verify().catch(() => undefined)}
          >
            {words.verify}
          </Button>
        </Group>
        {loading && (
          <Stack gap={6}>
            <Text size="sm">{words.verifying}…</Text>
            <Progress.Root>
              <Progress.Section value={100} animated striped aria-label={words.verifying} withAria />
            </Progress.Root>
          </Stack>
        )}
        {error && !loading && <Problem failure={readFailure(error)} />}
        <div role="status">
          {report && (
            <Alert
              color={report.isIntact ? 'teal' : 'red'}
              icon={report.isIntact ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
              title={report.isIntact ? words.intact(report.entryCount) : words.broken(number(report.brokenAt ?? 0))}
            >
              {report.reason && <Text>{report.reason}</Text>}
              <Text size="sm">{words.digest}</Text>
              <code className={classes['digest']}>{report.digest}</code>
            </Alert>
          )}
        </div>
      </Stack>
    </Card>
  );
}
