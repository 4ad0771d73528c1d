// Root fields that change coaches and specialties.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { applyAsCoach } from '../use-cases/apply-as-coach.js';
import { archiveSpecialty, createSpecialty, updateSpecialty } from '../use-cases/edit-specialties.js';
import { reviewCoach } from '../use-cases/review-coach.js';
import { updateCoachProfile } from '../use-cases/update-coach-profile.js';
import type { UsersContext } from './context.js';
import {
  ApplyAsCoachInput,
  ApplyAsCoachPayload,
  ArchiveSpecialtyInput,
  ArchiveSpecialtyPayload,
  CreateSpecialtyInput,
  CreateSpecialtyPayload,
  ReviewCoachInput,
  ReviewCoachPayload,
  UpdateCoachProfileInput,
  UpdateCoachProfilePayload,
  UpdateSpecialtyInput,
  UpdateSpecialtyPayload,
} from './types/coach-payloads.js';

@Resolver()
export class CoachMutations {
  @Mutation(() => ApplyAsCoachPayload, {
    description: 'Asks to be listed as a coach; an admin decides. Refuses COACH_EXISTS, NOT_FOUND and BAD_INPUT.',
  })
  async applyAsCoach(
    @Arg('input', () => ApplyAsCoachInput, { description: 'The offer.' }) { bio, ...input }: ApplyAsCoachInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('coach', await applyAsCoach(rooms, viewerOf(call), { ...input, bio: bio ?? undefined }));
  }

  @Mutation(() => UpdateCoachProfilePayload, {
    description: 'Changes what the viewer offers as a coach. Refuses CONFLICT, NOT_FOUND and BAD_INPUT.',
  })
  async updateCoachProfile(
    @Arg('input', () => UpdateCoachProfileInput, { description: 'The change.' }) input: UpdateCoachProfileInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    const change = {
      expectedVersion: input.expectedVersion,
      headline: input.headline ?? undefined,
      bio: input.bio === null ? '' : input.bio,
      hourlyRate: input.hourlyRate ?? undefined,
      timeZone: input.timeZone ?? undefined,
      specialtyIds: input.specialtyIds ?? undefined,
    };
    return payload('coach', await updateCoachProfile(rooms, viewerOf(call), change));
  }

  @Mutation(() => ReviewCoachPayload, {
    description: 'Decides about a coach; for admins. Refuses WRONG_STANDING, NOT_FOUND and BAD_INPUT.',
  })
  async reviewCoach(
    @Arg('input', () => ReviewCoachInput, { description: 'The decision.' }) input: ReviewCoachInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('coach', await reviewCoach(rooms, viewerOf(call), input));
  }

  @Mutation(() => CreateSpecialtyPayload, {
    description: 'Adds a specialty; for admins. Refuses SPECIALTY_EXISTS, TOO_MANY_SPECIALTIES and BAD_INPUT.',
  })
  async createSpecialty(
    @Arg('input', () => CreateSpecialtyInput, { description: 'Its names.' }) input: CreateSpecialtyInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('specialty', await createSpecialty(rooms, viewerOf(call), input));
  }

  @Mutation(() => UpdateSpecialtyPayload, {
    description:
      'Renames a specialty; for admins. Refuses SPECIALTY_EXISTS, SPECIALTY_ARCHIVED, NOT_FOUND and BAD_INPUT.',
  })
  async updateSpecialty(
    @Arg('input', () => UpdateSpecialtyInput, { description: 'Its names.' }) input: UpdateSpecialtyInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    const { specialtyId, nameEn, nameFr } = input;
    const change = { specialtyId, nameEn: nameEn ?? undefined, nameFr: nameFr ?? undefined };
    return payload('specialty', await updateSpecialty(rooms, viewerOf(call), change));
  }

  @Mutation(() => ArchiveSpecialtyPayload, {
    description: 'Takes a specialty off the list; coaches who have it keep it. For admins. Refuses NOT_FOUND.',
  })
  async archiveSpecialty(
    @Arg('input', () => ArchiveSpecialtyInput, { description: 'Which.' }) input: ArchiveSpecialtyInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('specialty', await archiveSpecialty(rooms, viewerOf(call), input));
  }
}
