// The frame of the pages before the door: the form, and on a wide screen a mosaic beside it.
import type { ReactNode } from 'react';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { useWords } from '@/words/words';
import { Mosaic } from './mosaic';
import classes from './welcome-frame.module.css';
import { welcomeWords } from './welcome-words';

interface WelcomeFrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

export function WelcomeFrame({ title, lead, children }: WelcomeFrameProps) {
  const words = useWords(welcomeWords);
  return (
    <div className={classes['frame']}>
      <div className={classes['form']}>
        <Page title={title} lead={lead} width="narrow">
          <Card>{children}</Card>
        </Page>
      </div>
      <aside className={classes['panel']} aria-label="Mosaic">
        <Mosaic />
        <div className={classes['caption']}>
          <p className={classes['title']}>{words.panelTitle}</p>
          <p>{words.panelText}</p>
        </div>
      </aside>
    </div>
  );
}
