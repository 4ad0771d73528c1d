// A labelled field that takes one file and turns it into a medium: the drop zone, its progress, what was refused.
import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { MediaPurpose } from '@/graph/generated/graphql';
import { Refusals } from '@/ui/refusals';
import { DropZone } from './drop-zone';
import { UploadLine } from './upload-line';
import { useUpload } from './use-upload';

interface UploadFieldProps {
  readonly label: string;
  readonly purpose: MediaPurpose;
  /** Called once the medium exists. */
  readonly onDone: (mediaId: string, file: File) => void;
}

export function UploadField({ label, purpose, onDone }: UploadFieldProps) {
  const upload = useUpload();
  const [name, setName] = useState('');
  const send = async ([file]: readonly File[]) => {
    if (!file) return;
    setName(file.name);
    const mediaId = await upload.start(file, purpose);
    if (mediaId) onDone(mediaId, file);
  };
  const isUnderWay = upload.progress !== null;
  return (
    <Stack gap="xs">
      <DropZone label={label} purpose={purpose} isDisabled={isUnderWay} onFiles={(files) => void send(files)} />
      {upload.progress !== null && <UploadLine name={name} progress={upload.progress} onCancel={upload.cancel} />}
      <Refusals of={upload.refusals} />
    </Stack>
  );
}
