// Keeps a video on this device, because somebody asked for it, and takes it away again.
import { Button, Group, Progress, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { refused } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { lessonWords } from './lesson-words';
import type { OwnVideo } from './use-kept-video';

interface KeepVideoProps {
  readonly url: string;
  readonly byteLength: number;
  readonly own: OwnVideo;
}

export function KeepVideo({ url, byteLength, own }: KeepVideoProps) {
  const words = useWords(lessonWords);
  const { bytes } = useFormats();
  // The network or the room on the device, and nothing else, can be in the way.
  const keep = () => own.keep(url).catch(() => refused(words.noRoom));
  if (own.share !== null) return <Progress w={180} value={own.share * 100} aria-label={words.keeping} />;
  if (own.url) {
    return (
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {words.keptVideo}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={() => void own.drop()}>
          {words.dropVideo}
        </Button>
      </Group>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Download size={15} aria-hidden />}
      onClick={() => void keep()}
    >
      {words.keepOffline(bytes(byteLength))}
    </Button>
  );
}
