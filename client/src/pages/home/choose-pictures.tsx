// The pictures that go with a post: sent one by one, each with its progress, and taken out again.
import { Button, Group, Stack, Text } from '@mantine/core';
import { X } from 'lucide-react';
import { UploadField } from '@/parts/upload-field';
import { useWords } from '@/words/words';
import { homeWords } from './home-words';

export interface Chosen {
  readonly mediaId: string;
  readonly name: string;
}

const MOST = 10;

interface ChoosePicturesProps {
  readonly chosen: readonly Chosen[];
  readonly onChange: (chosen: readonly Chosen[]) => void;
}

export function ChoosePictures({ chosen, onChange }: ChoosePicturesProps) {
  const words = useWords(homeWords);
  return (
    <Stack gap="xs">
      {chosen.map(({ mediaId, name }) => (
        <Group key={mediaId} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {name}
          </Text>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={words.removePicture(name)}
            onClick={() => onChange(chosen.filter((one) => one.mediaId !== mediaId))}
          >
            <X size={16} aria-hidden />
          </Button>
        </Group>
      ))}
      {chosen.length < MOST && (
        <UploadField
          label={words.pictures}
          purpose="POST"
          onDone={(mediaId, file) => onChange([...chosen, { mediaId, name: file.name }])}
        />
      )}
    </Stack>
  );
}
