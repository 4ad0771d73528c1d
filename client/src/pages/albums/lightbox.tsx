// One picture, large, over the page: arrow keys walk on, Escape closes, and the focus goes back to where it was opened.
import { ActionIcon, Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import classes from './lightbox.module.css';
import { lightboxWords } from './lightbox-words';
import { thumbnailId } from './picture-grid';
import { ShownPicture } from './shown-picture';

interface LightboxProps {
  /** Null while it is closed. */
  readonly shownId: string | null;
  /** What the arrows walk through. */
  readonly ids: readonly string[];
  readonly count: number;
  readonly onShow: (mediaId: string | null) => void;
  /** An album of the viewer, out of which the picture may be taken. */
  readonly albumId?: string;
}

export function Lightbox({ shownId, ids, count, onShow, albumId }: LightboxProps) {
  const words = useWords(lightboxWords);
  const states = useWords(stateWords);
  const last = useRef(shownId);
  if (shownId) last.current = shownId;
  const at = shownId ? ids.indexOf(shownId) : -1;
  const [before, after] = [at > 0 ? ids[at - 1] : undefined, at >= 0 ? ids[at + 1] : undefined];
  const walk = (to: string | undefined) => to && onShow(to);
  useWindowEvent('keydown', ({ key, target }) => {
    // Within a text the arrows belong to the text.
    if (!shownId || (target instanceof HTMLElement && target.matches('textarea, input'))) return;
    if (key === 'ArrowLeft') walk(before);
    if (key === 'ArrowRight') walk(after);
  });
  return (
    <Modal
      opened={shownId !== null}
      onClose={() => onShow(null)}
      title={at >= 0 ? words.heading(at + 1, count) : words.one}
      fullScreen
      closeButtonProps={{ 'aria-label': states.close }}
      returnFocus={false}
      onExitTransitionEnd={() => document.getElementById(thumbnailId(last.current ?? ''))?.focus()}
      classNames={{ body: classes['body'] ?? '', content: classes['content'] ?? '' }}
    >
      {shownId && (
        <ShownPicture
          key={shownId}
          mediaId={shownId}
          {...(albumId && { albumId })}
          onGone={() => onShow(after ?? before ?? null)}
          arrows={
            <>
              <Arrow label={words.previous} to={before} walk={walk} side="previous" />
              <Arrow label={words.next} to={after} walk={walk} side="next" />
            </>
          }
        />
      )}
    </Modal>
  );
}

interface ArrowProps {
  readonly label: string;
  readonly to: string | undefined;
  readonly walk: (to: string | undefined) => void;
  readonly side: 'previous' | 'next';
}

function Arrow({ label, to, walk, side }: ArrowProps) {
  const Icon = side === 'previous' ? ChevronLeft : ChevronRight;
  return (
    <ActionIcon
      variant="default"
      size="xl"
      radius="xl"
      className={classes[side] ?? ''}
      aria-label={label}
      disabled={!to}
      onClick={() => walk(to)}
    >
      <Icon size={24} aria-hidden />
    </ActionIcon>
  );
}
