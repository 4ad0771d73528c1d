// A dozen emoji beside the button that asked for them. One for all messages, in the browser's top layer: it closes with
// Escape or elsewhere, and the focus goes back by itself.
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { useWords } from '@/words/words';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';

const EMOJI = ['👍', '❤️', '😂', '🎉', '😮', '😢', '🙏', '👏', '🔥', '🤔', '👀', '✅'];
const COLUMNS = 6;
const GAP_PX = 6;

export interface EmojiPickerControl {
  open(messageId: string, beside: HTMLElement): void;
}

interface EmojiPickerProps {
  readonly control: Ref<EmojiPickerControl>;
  readonly onPick: (messageId: string, emoji: string) => void;
}

export function EmojiPicker({ control, onPick }: EmojiPickerProps) {
  const words = useWords(conversationWords);
  const box = useRef<HTMLDivElement>(null);
  const messageId = useRef('');
  useImperativeHandle(control, () => ({
    open(id, beside) {
      messageId.current = id;
      if (!box.current) return;
      box.current.showPopover();
      place(box.current, beside.getBoundingClientRect());
      box.current.querySelector('button')?.focus();
    },
  }));
  const pick = (emoji: string) => {
    box.current?.hidePopover();
    onPick(messageId.current, emoji);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a popover with a grid in every browser
    <div
      ref={box}
      popover="auto"
      role="group"
      aria-label={words.reactions}
      className={classes['picker']}
      onKeyDown={walk}
    >
      {EMOJI.map((emoji) => (
        <button key={emoji} type="button" aria-label={words.reactWith(emoji)} onClick={() => pick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  );
}

/** Above the button when there is room, within the window always. */
function place(box: HTMLElement, beside: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const above = beside.top - height - GAP_PX;
  box.style.top = `${above > GAP_PX ? above : beside.bottom + GAP_PX}px`;
  box.style.left = `${Math.max(GAP_PX, Math.min(beside.right - width, innerWidth - width - GAP_PX))}px`;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
