// The video of a lesson. It goes on where the viewer stopped, says where that is while it plays, and can be kept on the
// device. The browser seeks by asking the server for ranges.
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { KeptLesson } from '@/offline/kept-lessons';
import { useOnline } from '@/offline/use-online';
import { useWords } from '@/words/words';
import { KeepVideo } from './keep-video';
import classes from './lesson.module.css';
import { lessonWords } from './lesson-words';
import { writeSeconds } from './seconds';
import { useKeptVideo } from './use-kept-video';

interface LessonVideoProps {
  readonly lesson: KeptLesson;
  readonly startAt: number;
  /** Its address has expired: asks for another. */
  readonly onLost: () => Promise<unknown>;
  /** Told now and then, and when it stops; absent when there is nothing to remember. */
  readonly onStop?: (seconds: number) => void;
}

const EVERY_SECONDS = 15;

export function LessonVideo({ lesson: { id, title, video }, startAt, onLost, onStop }: LessonVideoProps) {
  const words = useWords(lessonWords);
  const isOnline = useOnline();
  const player = useRef<HTMLVideoElement>(null);
  const media = video?.media;
  const own = useKeptVideo(id);
  // A new address of the same video must not interrupt it: the first one stays until it fails.
  const [address, setAddress] = useState<string | null>(null);
  const src = own.url ?? address ?? media?.url ?? null;
  const [from] = useState(startAt);
  const [isLost, setLost] = useState(false);
  const at = useRef(startAt);
  const told = useRef(startAt);
  const tries = useRef(0);

  const tell = useRef((_seconds: number) => {});
  tell.current = (seconds) => {
    if (Math.floor(seconds) === Math.floor(told.current)) return;
    told.current = seconds;
    onStop?.(seconds);
  };
  useEffect(() => {
    const tellNow = () => tell.current(at.current);
    const tellWhenHidden = () => document.visibilityState === 'hidden' && tellNow();
    document.addEventListener('visibilitychange', tellWhenHidden);
    return () => {
      document.removeEventListener('visibilitychange', tellWhenHidden);
      tellNow();
    };
  }, []);

  const askAgain = async () => {
    setLost(false);
    setAddress(null);
    await onLost();
    player.current?.load();
  };
  if (!src) return null;
  return (
    <div>
      {/* biome-ignore lint/a11y/useMediaCaption: coaches upload films without captions; the text below says the same */}
      <video
        ref={player}
        className={classes['video']}
        src={src}
        controls
        playsInline
        preload="metadata"
        aria-label={words.video(title)}
        onLoadedMetadata={({ currentTarget }) => {
          setAddress(own.url ? null : src);
          // The very end is no place to go on from.
          if (at.current > 0 && at.current < currentTarget.duration - 2) currentTarget.currentTime = at.current;
        }}
        onTimeUpdate={({ currentTarget: { currentTime } }) => {
          at.current = currentTime;
          if (Math.abs(currentTime - told.current) >= EVERY_SECONDS) tell.current(currentTime);
        }}
        onPause={() => tell.current(at.current)}
        onSeeked={() => tell.current(at.current)}
        onPlaying={() => {
          tries.current = 0;
        }}
        onError={() => {
          if (tries.current++ === 0 && isOnline) void askAgain();
          else setLost(true);
        }}
      />
      <Group justify="space-between" mt="xs" gap="sm">
        {isLost ? (
          <Group gap="sm" role="alert">
            <Text size="sm">{isOnline ? words.videoLost : words.videoAway}</Text>
            <Button size="compact-sm" variant="default" onClick={() => void askAgain()}>
              {words.tryAgain}
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {from > 0 && words.resumed(writeSeconds(from))}
          </Text>
        )}
        {onStop && media?.url && <KeepVideo url={media.url} byteLength={media.byteLength} own={own} />}
      </Group>
    </div>
  );
}
