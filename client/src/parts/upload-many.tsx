// A labelled place that takes many files: the drop zone, and below it a line for each file that is not finished.
import { Button, Group, Stack, Text } from '@mantine/core';
import type { MediaPurpose } from '@/graph/generated/graphql';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import { DropZone } from './drop-zone';
import { UploadLine } from './upload-line';
import { uploadWords } from './upload-words';
import { type Line, type Uploads, useUploads } from './use-uploads';

interface UploadManyProps {
  readonly label: string;
  readonly purpose: MediaPurpose;
  /** Called once for each medium, as it comes into being; the line of its file stays until this is done. */
  readonly onTaken: (mediaId: string, file: File) => Promise<void> | void;
}

export function UploadMany({ label, purpose, onTaken }: UploadManyProps) {
  const uploads = useUploads(purpose, onTaken);
  return (
    <Stack gap="sm">
      <DropZone label={label} purpose={purpose} takesMany onFiles={uploads.add} />
      {uploads.lines.map((line) => (
        <OneLine key={line.id} line={line} uploads={uploads} />
      ))}
    </Stack>
  );
}

function OneLine({ line: { id, name, state, progress, refusals }, uploads }: { line: Line; uploads: Uploads }) {
  const words = useWords(uploadWords);
  const states = useWords(stateWords);
  const drop = () => uploads.drop(id);
  if (state === 'waiting' || state === 'sending') return <UploadLine name={name} progress={progress} onCancel={drop} />;
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600} truncate>
          {words.notTaken(name)}
        </Text>
        <Group gap="xs">
          {state === 'failed' && (
            <Button size="compact-sm" variant="light" onClick={() => uploads.retry(id)}>
              {states.retry}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={drop}>
            {states.close}
          </Button>
        </Group>
      </Group>
      <Refusals of={refusals} />
    </Stack>
  );
}
