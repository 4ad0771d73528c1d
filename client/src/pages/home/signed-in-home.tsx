// What matters today: the composer and the news, and beside them the day, the alerts and what continues.
import { Title } from '@mantine/core';
import { DayCalendar } from '@/parts/day-calendar';
import type { Viewer } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { Page as Frame } from '@/ui/page';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { Composer } from './composer';
import { Feed } from './feed';
import { greeting } from './greeting';
import { homeWords } from './home-words';
import { Matters } from './matters';
import classes from './signed-in-home.module.css';

export function SignedInHome({ viewer }: { readonly viewer: Viewer }) {
  const words = useWords(homeWords);
  const formats = useFormats();
  const now = new Date();
  const [firstName = ''] = viewer.displayName.split(' ');
  return (
    <Frame title={words[greeting(now.getHours())](firstName)} lead={formats.day(now)}>
      <div className={classes['home']}>
        <div className={classes['compose']}>
          <Composer viewer={viewer} />
        </div>
        <aside className={classes['beside']} aria-label={words.today}>
          <Card as="section" aria-labelledby="today">
            <Title order={2} size="h5" id="today" mb="xs">
              {words.today}
            </Title>
            <DayCalendar />
          </Card>
          <Matters />
        </aside>
        <section className={classes['feed']} aria-labelledby="news">
          <Title order={2} size="h4" id="news" mb="sm">
            {words.feed}
          </Title>
          <Feed />
        </section>
      </div>
    </Frame>
  );
}
