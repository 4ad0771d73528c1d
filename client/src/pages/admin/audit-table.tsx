// Entries of the audit trail as a table.
import { Table, Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { auditWords } from './audit-words';

const fragment = graphql(`
  fragment AuditTable_entry on AuditEntry {
    id
    position
    action
    occurredAt
    actor {
      id
      displayName
    }
    details {
      name
      value
    }
  }
`);

export function AuditTable({ entries }: { readonly entries: readonly FragmentType<typeof fragment>[] }) {
  const words = useWords(auditWords);
  const { dateTime, number } = useFormats();
  const actions: Readonly<Record<string, string>> = words.actions;
  return (
    <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.position}</Table.Th>
            <Table.Th>{words.when}</Table.Th>
            <Table.Th>{words.who}</Table.Th>
            <Table.Th>{words.what}</Table.Th>
            <Table.Th>{words.details}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {unmask(fragment, entries).map(({ id, position, action, occurredAt, actor, details }) => (
            <Table.Tr key={id}>
              <Table.Td>{number(position)}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <time dateTime={occurredAt}>{dateTime(occurredAt)}</time>
              </Table.Td>
              <Table.Td>{actor?.displayName ?? words.nobody}</Table.Td>
              <Table.Td fw={600}>{actions[action] ?? action}</Table.Td>
              <Table.Td>
                {details.map(({ name, value }) => (
                  <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
                    <Text span c="dimmed" size="sm">
                      {name}:
                    </Text>{' '}
                    {value}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
