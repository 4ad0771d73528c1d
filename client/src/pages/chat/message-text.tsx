// What somebody wrote, as text; web addresses in it become links that tell the other side nothing of us.
import { Anchor } from '@mantine/core';
import { memo } from 'react';
import { findLinks } from './find-links';
import classes from './message.module.css';

export const MessageText = memo(function MessageText({ text }: { readonly text: string }) {
  return (
    <p className={classes['text']}>
      {findLinks(text).map(({ at, text: part, url }) =>
        url ? (
          <Anchor key={at} href={url} target="_blank" rel="noopener noreferrer nofollow" inherit underline="always">
            {part}
          </Anchor>
        ) : (
          part
        ),
      )}
    </p>
  );
});
