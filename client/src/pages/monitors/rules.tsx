// What a monitor is watched for, and a form for one more rule.
import { Badge, Button, Divider, NumberInput, Select, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { Comparison } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { alertWords } from './alert-words';
import { appendRule } from './append-rule';
import classes from './monitors.module.css';

const fragment = graphql(`
  fragment Rules_monitor on Monitor {
    id
    unit
    rules {
      id
      comparison
      threshold
    }
  }
`);

const createAlertRule = graphql(`
  mutation CreateAlertRule($input: CreateAlertRuleInput!) {
    createAlertRule(input: $input) {
      alertRule {
        id
        comparison
        threshold
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const comparisons = ['GT', 'GTE', 'LT', 'LTE'] as const satisfies readonly Comparison[];

export function Rules({ monitor }: { readonly monitor: FragmentType<typeof fragment> }) {
  const words = useWords(alertWords);
  const formats = useFormats();
  const { id: monitorId, unit, rules } = unmask(fragment, monitor);
  const create = useAct(createAlertRule);
  const errorOf = useFieldErrors(create.refusals);
  const [comparison, setComparison] = useState<Comparison>('GT');
  const [threshold, setThreshold] = useState<number | string>('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (typeof threshold !== 'number') return;
    const data = await create.run(
      { input: { monitorId, comparison, threshold } },
      {
        update(cache, { data: answer }) {
          const rule = answer?.createAlertRule.alertRule;
          if (rule) appendRule(cache, monitorId, rule.id);
        },
      },
    );
    if (data) setThreshold('');
  };
  return (
    <Card as="section">
      <Title order={2} size="h4" mb="xs">
        {words.rulesTitle}
      </Title>
      {rules.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noRules}
        </Text>
      )}
      <ul className={classes['list']} aria-label={words.rulesTitle}>
        {rules.map((rule) => (
          <li key={rule.id}>
            <Badge variant="light" color="gray" size="lg" tt="none">
              {words.alertMe(words.rules[rule.comparison](`${formats.number(rule.threshold)} ${unit}`))}
            </Badge>
          </li>
        ))}
      </ul>
      <Divider my="md" />
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <Refusals of={create.refusals} fields={['threshold']} />
          <Select
            label={words.comparison}
            data={comparisons.map((name) => ({ value: name, label: words.comparisons[name] }))}
            value={comparison}
            onChange={(chosen) => setComparison((chosen as Comparison | null) ?? 'GT')}
            allowDeselect={false}
          />
          <NumberInput
            label={`${words.threshold} (${unit})`}
            value={threshold}
            onChange={setThreshold}
            required
            decimalSeparator={formats.number(1.5).includes(',') ? ',' : '.'}
            allowedDecimalSeparators={[',', '.']}
            hideControls
            error={errorOf('threshold')}
          />
          <Button type="submit" variant="light" loading={create.isBusy} disabled={typeof threshold !== 'number'}>
            {words.addRule}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
