// Where files come in: a button for the keyboard and a place to drop for the mouse, one and the same.
import { Button, Text } from '@mantine/core';
import { Upload } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import type { MediaPurpose } from '@/graph/generated/graphql';
import { useWords } from '@/words/words';
import { acceptedFor, kindsFor } from './accepted-files';
import classes from './upload-field.module.css';
import { uploadWords } from './upload-words';

interface DropZoneProps {
  /** What the files are for: "Profile picture". */
  readonly label: string;
  readonly purpose: MediaPurpose;
  readonly takesMany?: boolean;
  readonly isDisabled?: boolean;
  /** Called with one file unless it takes many. */
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropZone({ label, purpose, takesMany = false, isDisabled = false, onFiles }: DropZoneProps) {
  const words = useWords(uploadWords);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const labelId = useId();
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, takesMany ? undefined : 1);
    if (chosen.length > 0 && !isDisabled) onFiles(chosen);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid with a dashed frame in every browser
    <div
      role="group"
      aria-labelledby={labelId}
      className={classes['zone']}
      data-over={isOver || undefined}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text id={labelId} fw={600}>
        {label}
      </Text>
      <Button
        variant="light"
        leftSection={<Upload size={18} aria-hidden />}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {takesMany ? words.chooseMany : words.choose}
      </Button>
      <Text size="sm" c="dimmed">
        {(takesMany ? words.orDropMany : words.orDrop)(kindsFor(purpose))}
      </Text>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={acceptedFor(purpose)}
        multiple={takesMany}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  );
}
