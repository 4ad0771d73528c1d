// No page has this address.
import { Button } from '@mantine/core';
import { MapPinOff } from 'lucide-react';
import { Link } from 'react-router';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';

export function NotFound() {
  const words = useWords(stateWords);
  return (
    <Page title="404" width="narrow">
      <Empty icon={MapPinOff} title={words.notFound}>
        <Button component={Link} to="/" variant="light">
          {words.goHome}
        </Button>
      </Empty>
    </Page>
  );
}
