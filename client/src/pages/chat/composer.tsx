// Where one writes. Enter sends, Shift + Enter begins a new line; what is half written stays while one looks elsewhere.
import { ActionIcon, Group, Textarea } from '@mantine/core';
import { Paperclip, SendHorizontal } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { acceptedFor } from '@/parts/accepted-files';
import { UploadLine } from '@/parts/upload-line';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { AttachedFiles } from './attached-files';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';
import { useAttached } from './use-attached';
import { outbox } from './use-outbox';
import { useTyping } from './use-typing';

interface ComposerProps {
  readonly roomId: string;
  readonly parentId?: string;
  readonly onSent: () => void;
}

const LONGEST = 4000;
/** By room and thread; kept as long as the page is. */
const halfWritten = new Map<string, string>();

export function Composer({ roomId, parentId, onSent }: ComposerProps) {
  const words = useWords(conversationWords);
  const place = parentId ?? roomId;
  const [text, setText] = useState(() => halfWritten.get(place) ?? '');
  const input = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const tellTyping = useTyping(roomId);
  const attached = useAttached();

  useEffect(() => {
    // On a touch screen the keyboard would cover what one came to read.
    if (matchMedia('(hover: hover)').matches) input.current?.focus({ preventScroll: true });
  }, []);
  const write = (next: string) => {
    setText(next);
    halfWritten.set(place, next);
    tellTyping(next.trim() !== '');
  };
  // A message has words; files without any go by their names.
  const body =
    text.trim() ||
    attached.files
      .map(({ name }) => name)
      .join(', ')
      .slice(0, LONGEST);
  const canSend = body !== '' && !attached.isBusy;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!canSend) return;
    outbox.add({
      clientMessageId: crypto.randomUUID(),
      roomId,
      body,
      parentId: parentId ?? null,
      mediaIds: attached.files.map(({ mediaId }) => mediaId),
      writtenAt: new Date().toISOString(),
    });
    write('');
    attached.clear();
    onSent();
    input.current?.focus();
  };
  const sendByKey = (event: KeyboardEvent) => {
    // While an input method composes a character, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form className={classes['composer']} onSubmit={send}>
      <Refusals of={attached.refusals} />
      <AttachedFiles files={attached.files} onRemove={attached.remove} />
      {attached.underWay && (
        <UploadLine name={attached.underWay.name} progress={attached.underWay.progress} onCancel={attached.cancel} />
      )}
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          aria-label={words.attach}
          accept={acceptedFor('MESSAGE')}
          onChange={(event) => {
            attached.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={38}
          aria-label={words.attach}
          disabled={attached.isBusy}
          onClick={() => picker.current?.click()}
        >
          <Paperclip size={19} aria-hidden />
        </ActionIcon>
        <Textarea
          ref={input}
          flex={1}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={sendByKey}
          onBlur={() => tellTyping(false)}
          aria-label={parentId ? words.writeReply : words.write}
          placeholder={parentId ? words.writeReply : words.write}
          title={words.hint}
          enterKeyHint="send"
        />
        <ActionIcon type="submit" size={38} aria-label={words.send} disabled={!canSend}>
          <SendHorizontal size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </form>
  );
}
