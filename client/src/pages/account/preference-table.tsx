// A switch for each kind of notification and each way of telling it.
import { Switch, VisuallyHidden } from '@mantine/core';
import { graphql } from '@/graph/generated';
import type { NotificationKind } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { preferencesWords } from './preferences-words';
import classes from './rows.module.css';

const updatePreference = graphql(`
  mutation UpdateNotificationPreference($input: UpdateNotificationPreferenceInput!) {
    updateNotificationPreference(input: $input) {
      notificationPreference {
        kind
        isInApp
        isByMail
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface Preference {
  readonly kind: NotificationKind;
  readonly isInApp: boolean;
  readonly isByMail: boolean;
}

interface PreferenceTableProps {
  readonly viewerId: string;
  readonly label: string;
  readonly preferences: readonly Preference[];
}

export function PreferenceTable({ viewerId, label, preferences }: PreferenceTableProps) {
  const words = useWords(preferencesWords);
  const choosing = useAct(updatePreference);

  const choose = ({ kind, isInApp, isByMail }: Preference) => {
    const wish = { __typename: 'NotificationPreference' as const, kind, isInApp, isByMail };
    void choosing.run(
      { input: { kind, inApp: isInApp, byMail: isByMail } },
      {
        optimisticResponse: { updateNotificationPreference: { notificationPreference: wish, userErrors: [] } },
        update(cache, { data }) {
          const now = data?.updateNotificationPreference.notificationPreference;
          if (!now) return;
          cache.modify<{ notificationPreferences: readonly Preference[] }>({
            id: cache.identify({ __typename: 'User', id: viewerId }) ?? '',
            fields: {
              notificationPreferences: (known) =>
                (known as readonly Preference[]).map((one) => (one.kind === now.kind ? now : one)),
            },
          });
        },
      },
    );
  };

  return (
    <>
      <Refusals of={choosing.refusals} />
      <table className={classes['table']}>
        <caption>
          <VisuallyHidden>{label}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.inApp}</th>
            <th scope="col">{words.byMail}</th>
          </tr>
        </thead>
        <tbody>
          {preferences.map((preference) => (
            <tr key={preference.kind}>
              <th scope="row">{words.kinds[preference.kind]}</th>
              <td>
                <Switch
                  aria-label={words.switchInApp(words.kinds[preference.kind])}
                  checked={preference.isInApp}
                  onChange={({ currentTarget: { checked } }) => choose({ ...preference, isInApp: checked })}
                />
              </td>
              <td>
                <Switch
                  aria-label={words.switchByMail(words.kinds[preference.kind])}
                  checked={preference.isByMail}
                  onChange={({ currentTarget: { checked } }) => choose({ ...preference, isByMail: checked })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
