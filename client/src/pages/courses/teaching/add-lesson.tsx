// Another lesson at the end of a section: a title and how long it takes; the rest is written in it.
import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { addLesson } from './course-documents';
import { teachingWords } from './teaching-words';

export function AddLesson({ courseId, sectionId }: { readonly courseId: string; readonly sectionId: string }) {
  const words = useWords(teachingWords);
  const adding = useAct(addLesson);
  const [isOpen, setOpen] = useState(false);
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const about = { title: String(form.get('title')), durationMinutes: Number(form.get('minutes')) };
    // A draft until its text is written.
    const input = { idempotencyKey, courseId, sectionId, ...about, isPreview: false, isPublished: false, content: '' };
    if (!(await adding.run({ input }))) return;
    setIdempotencyKey(crypto.randomUUID());
    setOpen(false);
  };
  if (!isOpen) {
    return (
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<Plus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {words.newLesson}
      </Button>
    );
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      <Group align="end" gap="sm">
        <TextInput name="title" label={words.newLesson} required maxLength={120} flex="1 1 12rem" data-autofocus />
        <NumberInput name="minutes" label={words.minutes} required min={1} max={1440} defaultValue={10} w={100} />
        <Button type="submit" variant="light" loading={adding.isBusy}>
          {words.addLesson}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {words.cancel}
        </Button>
      </Group>
      <Refusals of={adding.refusals} />
    </form>
  );
}
