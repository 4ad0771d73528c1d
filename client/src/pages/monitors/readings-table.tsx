// The readings that the line shows, as a table: for who does not see the line, and for who wants the numbers.
import { Table } from '@mantine/core';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { monitorWords } from './monitor-words';
import classes from './monitors.module.css';
import type { Point } from './windows';

interface ReadingsTableProps {
  readonly points: readonly Point[];
  readonly unit: string;
  readonly name: string;
}

export function ReadingsTable({ points, unit, name }: ReadingsTableProps) {
  const words = useWords(monitorWords);
  const formats = useFormats();
  if (points.length === 0) return null;
  return (
    <details className={classes['disclosure']}>
      <summary>{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <section className={classes['scroll']} aria-label={name} tabIndex={0}>
        <Table striped stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.at}</Table.Th>
              <Table.Th scope="col">
                {words.value} ({unit})
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...points].reverse().map(({ at, value }) => (
              <Table.Tr key={`${at} ${value}`}>
                <Table.Td>{formats.dateTime(new Date(at))}</Table.Td>
                <Table.Td>{formats.number(value)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </details>
  );
}
