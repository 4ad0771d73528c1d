// Root fields by which somebody keeps their inbox.
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { isKnownKind } from '../domain/notification.js';
import { refuse } from '../domain/refusals.js';
import { markNotificationsRead } from '../use-cases/mark-notifications-read.js';
import { updateNotificationPreference } from '../use-cases/update-notification-preference.js';
import { askerOf, type ContentContext } from './context.js';
import {
  MarkNotificationsReadInput,
  MarkNotificationsReadPayload,
  UpdateNotificationPreferenceInput,
  UpdateNotificationPreferencePayload,
} from './types/notification-types.js';

@Resolver()
export class NotificationMutations {
  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'The viewer has seen their notifications up to one of them. Refuses NOT_FOUND.',
  })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'How far.' }) input: MarkNotificationsReadInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('user', await markNotificationsRead(context.rooms, askerOf(context), input));
  }

  @Mutation(() => UpdateNotificationPreferencePayload, {
    description: 'How the viewer wants to be told of one kind of thing, from now on. Refuses BAD_INPUT for OTHER.',
  })
  async updateNotificationPreference(
    @Arg('input', () => UpdateNotificationPreferenceInput, { description: 'The wish.' })
    { kind, ...wish }: UpdateNotificationPreferenceInput,
    @Ctx() context: ContentContext,
  ) {
    const asker = askerOf(context);
    const result = isKnownKind(kind)
      ? await updateNotificationPreference(context.rooms, asker, { kind, ...wish })
      : refuse('BAD_INPUT', { reason: 'name a kind' }).at('kind');
    return payload('notificationPreference', result);
  }
}
