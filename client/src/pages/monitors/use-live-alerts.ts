// Alerts of the viewer as they come and change, in every tab: put into the lists on screen, and told to the page.
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import { graphql, unmask } from '@/graph/generated';
import type { AlertLine_AlertFragment } from '@/graph/generated/graphql';
import { useSignedIn } from '@/parts/viewer';
import { alertLineFragment } from './alert-line';
import { putAlert } from './put-alert';

const alertChanged = graphql(`
  subscription LiveAlerts($after: ID) {
    alertChanged(after: $after) {
      eventId
      alert {
        ...AlertLine_alert
      }
    }
  }
`);

/** `latest` is where the alerts stood when the page asked: nothing after it is missed. */
export function useLiveAlerts(latest: string | null, onAlert: (alert: AlertLine_AlertFragment) => void): void {
  const client = useApolloClient();
  const viewer = useSignedIn();
  const [after] = useState(latest);
  useSubscription(alertChanged, {
    variables: { after },
    ignoreResults: true,
    onData({ data: { data } }) {
      const alert = unmask(alertLineFragment, data?.alertChanged.alert);
      if (!alert) return;
      putAlert(client.cache, viewer.id, { ...alert, monitorId: alert.monitor?.id ?? null });
      onAlert(alert);
    },
  });
}
