// Everything the person was told, the newest first.
import { Anchor, Button, Skeleton, Text } from '@mantine/core';
import { BellOff, CheckCheck } from 'lucide-react';
import { Link } from 'react-router';
import { useViewer } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { NotificationRow } from './notification-row';
import classes from './notification-row.module.css';
import { notificationWords } from './notification-words';
import { useInbox } from './use-inbox';

export function Page() {
  const words = useWords(notificationWords);
  const unread = useViewer()?.unreadNotificationCount ?? 0;
  const { asked, edges, readUpTo } = useInbox();
  const newest = edges[0]?.node;
  const readAll = newest && unread > 0 && (
    <Button variant="light" leftSection={<CheckCheck size={18} aria-hidden />} onClick={() => void readUpTo(newest.id)}>
      {words.allRead}
    </Button>
  );
  return (
    <Frame title={words.title} width="narrow" actions={readAll}>
      <Answer of={asked} skeleton={<RowsToCome />}>
        {({ me }) => {
          const list = me?.notifications;
          if (!list || list.edges.length === 0) {
            return <Empty icon={BellOff} title={words.empty} text={words.emptyText} />;
          }
          return (
            <>
              <Card isFlush>
                <ul className={classes['list']} aria-label={words.title}>
                  {list.edges.map(({ node }) => (
                    <NotificationRow key={node.id} notification={node} onSeen={() => void readUpTo(node.id)} />
                  ))}
                </ul>
              </Card>
              <LoadMore pageInfo={list.pageInfo} load={(after) => asked.fetchMore({ variables: { after } })} />
            </>
          );
        }}
      </Answer>
      <Text ta="center" mt="lg" size="sm">
        <Anchor component={Link} to="/account/notifications" inherit>
          {words.settings}
        </Anchor>
      </Text>
    </Frame>
  );
}

const RowsToCome = () => (
  <Card isFlush>
    {[1, 2, 3, 4, 5].map((row) => (
      <div key={row} className={classes['row']}>
        <Skeleton circle height={40} />
        <div className={classes['text']}>
          <Skeleton height={14} width="70%" mb={8} />
          <Skeleton height={10} width="25%" />
        </div>
      </div>
    ))}
  </Card>
);
