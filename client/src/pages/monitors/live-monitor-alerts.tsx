// Follows the alerts of the viewer while a monitor is on screen, and says a new one of it aloud.
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '@/words/words';
import { alertWords } from './alert-words';
import { useBreach } from './use-breach';
import { useLiveAlerts } from './use-live-alerts';

interface LiveMonitorAlertsProps {
  readonly latestEventId: string | null;
  readonly monitorId: string;
  /** Called with the value that opened an alert of this monitor. */
  readonly onReading: (value: number) => void;
}

export function LiveMonitorAlerts({ latestEventId, monitorId, onReading }: LiveMonitorAlertsProps) {
  const words = useWords(alertWords);
  const say = useBreach();
  const [spoken, setSpoken] = useState('');
  useLiveAlerts(latestEventId, (alert) => {
    if (alert.status !== 'OPEN' || alert.monitor?.id !== monitorId) return;
    setSpoken(words.opened(say(alert)));
    onReading(alert.value);
  });
  return <VisuallyHidden role="status">{spoken}</VisuallyHidden>;
}
