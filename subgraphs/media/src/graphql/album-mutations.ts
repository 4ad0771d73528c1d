// Root fields that change albums.
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addToAlbum, removeFromAlbum, reorderAlbum, updateAlbum } from '../use-cases/arrange-album.js';
import { createAlbum } from '../use-cases/create-album.js';
import { deleteAlbum } from '../use-cases/delete-album.js';
import { shareAlbum, unshareAlbum } from '../use-cases/share-album.js';
import { askerOf, type MediaContext } from './context.js';
import {
  AddToAlbumInput,
  AddToAlbumPayload,
  CreateAlbumInput,
  CreateAlbumPayload,
  DeleteAlbumInput,
  DeleteAlbumPayload,
  RemoveFromAlbumInput,
  RemoveFromAlbumPayload,
  ReorderAlbumInput,
  ReorderAlbumPayload,
  ShareAlbumInput,
  ShareAlbumPayload,
  UnshareAlbumInput,
  UnshareAlbumPayload,
  UpdateAlbumInput,
  UpdateAlbumPayload,
} from './types/album-inputs.js';

@Resolver()
export class AlbumMutations {
  @Mutation(() => CreateAlbumPayload, {
    description: 'Starts an album; at most 500 per person. Refuses BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED.',
  })
  async createAlbum(
    @Arg('input', () => CreateAlbumInput, { description: 'The album.' }) input: CreateAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('album', await createAlbum(context.rooms, askerOf(context), input));
  }

  @Mutation(() => UpdateAlbumPayload, {
    description: 'Gives an album of the viewer another title. Refuses NOT_FOUND, BAD_INPUT.',
  })
  async updateAlbum(
    @Arg('input', () => UpdateAlbumInput, { description: 'The title.' }) input: UpdateAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('album', await updateAlbum(context.rooms, askerOf(context), input));
  }

  @Mutation(() => AddToAlbumPayload, {
    description:
      'Puts a medium of the viewer at the end of an album of theirs; at most 500. Refuses NOT_FOUND, TOO_MANY.',
  })
  async addToAlbum(
    @Arg('input', () => AddToAlbumInput, { description: 'What and where.' }) input: AddToAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('album', await addToAlbum(context.rooms, askerOf(context), input));
  }

  @Mutation(() => RemoveFromAlbumPayload, {
    description: 'Takes a medium out of an album of the viewer. Refuses NOT_FOUND.',
  })
  async removeFromAlbum(
    @Arg('input', () => RemoveFromAlbumInput, { description: 'What and where.' }) input: RemoveFromAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('album', await removeFromAlbum(context.rooms, askerOf(context), input));
  }

  @Mutation(() => ReorderAlbumPayload, {
    description:
      'Puts an album of the viewer in another order. Refuses NOT_FOUND, and CONFLICT when these are not exactly its media.',
  })
  async reorderAlbum(
    @Arg('input', () => ReorderAlbumInput, { description: 'The order.' }) input: ReorderAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('album', await reorderAlbum(context.rooms, askerOf(context), input));
  }

  @Mutation(() => ShareAlbumPayload, {
    description:
      'Shows an album of the viewer to people or to the people of an event. Refuses NOT_FOUND, BAD_INPUT, TOO_MANY.',
  })
  async shareAlbum(
    @Arg('input', () => ShareAlbumInput, { description: 'With whom.' }) input: ShareAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('album', await shareAlbum(context.rooms, askerOf(context), input));
  }

  @Mutation(() => UnshareAlbumPayload, {
    description:
      'Hides an album of the viewer from people or from the people of an event. Refuses NOT_FOUND, BAD_INPUT.',
  })
  async unshareAlbum(
    @Arg('input', () => UnshareAlbumInput, { description: 'From whom.' }) input: UnshareAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('album', await unshareAlbum(context.rooms, askerOf(context), input));
  }

  @Mutation(() => DeleteAlbumPayload, {
    description: 'Deletes an album of the viewer; its media stay. Refuses NOT_FOUND.',
  })
  async deleteAlbum(
    @Arg('input', () => DeleteAlbumInput, { description: 'Which one.' }) input: DeleteAlbumInput,
    @Ctx() context: MediaContext,
  ) {
    return payload('deletedAlbumId', await deleteAlbum(context.rooms, askerOf(context), input));
  }
}
