// One notification: what it says, when it was said, and whether it was read. The whole row leads to what it is about.
import { ActionIcon, Group, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { subjectPath } from '@/parts/notification-subject';
import { useFormats } from '@/words/formats';
import { useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { notificationIcons } from './notification-icons';
import classes from './notification-row.module.css';
import { sentenceOf } from './notification-sentence';
import { notificationWords } from './notification-words';

const fragment = graphql(`
  fragment NotificationRow_notification on Notification {
    id
    kind
    title
    createdAt
    readAt
    parameters {
      name
      value
    }
    ...NotificationSubject
  }
`);

interface NotificationRowProps {
  readonly notification: FragmentType<typeof fragment>;
  /** The person has seen this one, and with it all that came before. */
  readonly onSeen: () => void;
}

export function NotificationRow({ notification, onSeen }: NotificationRowProps) {
  const words = useWords(notificationWords);
  const locale = useLocale();
  const formats = useFormats();
  const row = unmask(fragment, notification);
  const sentence = sentenceOf(row, locale);
  const path = subjectPath(row);
  const isUnread = row.readAt === null;
  const [Icon, color] = notificationIcons[row.kind] ?? notificationIcons.OTHER;
  const see = () => isUnread && onSeen();
  return (
    <li className={classes['row']} data-unread={isUnread || undefined}>
      <ThemeIcon size={40} radius="xl" variant="light" color={color}>
        <Icon size={20} aria-hidden />
      </ThemeIcon>
      <div className={classes['text']}>
        {isUnread && <VisuallyHidden>{words.unread} </VisuallyHidden>}
        {path ? (
          <Link to={path} className={classes['link']} onClick={see}>
            {sentence}
          </Link>
        ) : (
          <span className={classes['link']}>{sentence}</span>
        )}
        <Text size="sm" c="dimmed" component="time" dateTime={row.createdAt} title={formats.dateTime(row.createdAt)}>
          {formats.relative(row.createdAt)}
        </Text>
      </div>
      {isUnread && (
        <Group gap={4} wrap="nowrap" className={classes['seen']}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words.readUpTo(sentence)}
            title={words.readUpToHere}
            onClick={see}
          >
            <Check size={18} aria-hidden />
          </ActionIcon>
          <span className={classes['dot']} aria-hidden />
        </Group>
      )}
    </li>
  );
}
