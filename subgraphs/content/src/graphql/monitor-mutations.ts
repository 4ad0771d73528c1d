// Root fields that change monitors and alerts.
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { acknowledgeAlert } from '../use-cases/acknowledge-alert.js';
import { createAlertRule } from '../use-cases/create-alert-rule.js';
import { createMonitor } from '../use-cases/create-monitor.js';
import { recordReading } from '../use-cases/record-reading.js';
import { resolveAlert } from '../use-cases/resolve-alert.js';
import { askerOf, type ContentContext } from './context.js';
import {
  AcknowledgeAlertInput,
  AcknowledgeAlertPayload,
  CreateAlertRuleInput,
  CreateAlertRulePayload,
  CreateMonitorInput,
  CreateMonitorPayload,
  RecordReadingInput,
  RecordReadingPayload,
  ResolveAlertInput,
  ResolveAlertPayload,
} from './types/monitor-inputs.js';

@Resolver()
export class MonitorMutations {
  @Mutation(() => CreateMonitorPayload, {
    description: 'Starts to measure something; at most 100 monitors per person. Refuses BAD_INPUT, TOO_MANY.',
  })
  async createMonitor(
    @Arg('input', () => CreateMonitorInput, { description: 'What to measure.' }) input: CreateMonitorInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('monitor', await createMonitor(context.rooms, askerOf(context), input));
  }

  @Mutation(() => RecordReadingPayload, {
    description:
      'Takes a measurement and judges it by the rules of its monitor. Refuses NOT_FOUND, BAD_INPUT, IDEMPOTENCY_KEY_REUSED.',
  })
  async recordReading(
    @Arg('input', () => RecordReadingInput, { description: 'The measurement.' }) input: RecordReadingInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('reading', await recordReading(context.rooms, askerOf(context), input));
  }

  @Mutation(() => CreateAlertRulePayload, {
    description:
      'Watches a monitor from its next reading on; at most 20 rules each. Refuses NOT_FOUND, TOO_MANY, BAD_INPUT.',
  })
  async createAlertRule(
    @Arg('input', () => CreateAlertRuleInput, { description: 'The rule.' }) input: CreateAlertRuleInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('alertRule', await createAlertRule(context.rooms, askerOf(context), input));
  }

  @Mutation(() => AcknowledgeAlertPayload, {
    description: 'The viewer has seen an alert of theirs. Refuses NOT_FOUND, ILLEGAL_TRANSITION.',
  })
  async acknowledgeAlert(
    @Arg('input', () => AcknowledgeAlertInput, { description: 'Which one.' }) input: AcknowledgeAlertInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('alert', await acknowledgeAlert(context.rooms, askerOf(context), input));
  }

  @Mutation(() => ResolveAlertPayload, {
    description: 'Closes an alert of the viewer; the next breach opens another. Refuses NOT_FOUND, ILLEGAL_TRANSITION.',
  })
  async resolveAlert(
    @Arg('input', () => ResolveAlertInput, { description: 'Which one.' }) input: ResolveAlertInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('alert', await resolveAlert(context.rooms, askerOf(context), input));
  }
}
