// What an appointment is, in a word.
import { Badge } from '@mantine/core';
import type { AppointmentFacts_AppointmentFragment } from '@/graph/generated/graphql';
import { useWords } from '@/words/words';
import { appointmentWords } from './appointment-words';

export type Status = AppointmentFacts_AppointmentFragment['status'];

const colors: Record<Status, string> = {
  REQUESTED: 'orange',
  HELD: 'orange',
  CONFIRMED: 'teal',
  DECLINED: 'gray',
  CANCELLED: 'gray',
  RELEASED: 'gray',
  COMPLETED: 'blue',
  NO_SHOW: 'red',
};

export function StatusBadge({ status }: { readonly status: Status }) {
  const words = useWords(appointmentWords);
  return (
    <Badge color={colors[status]} variant="light" tt="none">
      {words.status[status]}
    </Badge>
  );
}
