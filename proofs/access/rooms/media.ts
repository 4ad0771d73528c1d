// A private picture in an album that is shared with the member, what is said about it, and the owner's face.
import { randomUUID } from 'node:crypto';
import { act } from '../../lab/act.js';
import { photo, upload } from '../../lab/pictures.js';
import { personAs } from '../person-as.js';
import type { AccessRoom } from '../room.js';
import type { Stage } from '../stage.js';

const aComment = (mediaId: string | undefined) => ({ mediaId, body: 'about it', idempotencyKey: randomUUID() });

const anAlbum = () => ({ title: 'Summer', idempotencyKey: randomUUID() });

const inAlbum = ({ ids }: Stage) => ({ albumId: ids['Album'], mediaId: ids['PublicMedia'] });

export const media: AccessRoom = {
  async records(stage) {
    const { router, owner } = stage;
    const bytes = await photo(64, 48);
    const Media = await upload(router, owner, 'ALBUM', 'beach.jpg', bytes);
    const PublicMedia = await upload(router, owner, 'AVATAR', 'face.jpg', bytes);
    const { album } = await act<{ album: { id: string } }>(owner, 'createAlbum', anAlbum(), 'album { id }');
    const albumId = album.id;
    await act(owner, 'addToAlbum', { albumId, mediaId: Media }, 'album { id }');
    await act(owner, 'shareAlbum', { albumId, userIds: [personAs(stage, 'member').id] }, 'album { id }');
    const { comment } = await act<{ comment: { id: string } }>(
      owner,
      'addMediaComment',
      aComment(Media),
      'comment { id }',
    );
    await act(owner, 'setAvatar', { mediaId: PublicMedia }, 'media { id }');
    return { Media, PublicMedia, Album: albumId, MediaComment: comment.id };
  },
  nested: {
    Media: 'albums(first: 5) { edges { node { media(first: 5) { edges { node { @ } } } } } }',
    PublicMedia: '$P { avatar { @ } }',
    Album: '$P { albums(first: 5) { edges { node { @ } } } }',
    MediaComment: 'media(id: $Media) { comments(first: 5) { edges { node { @ } } } }',
  },
  byId: { Media: 'media', Album: 'album' },
  queries: {
    media: 'media(id: $Media) { id }',
    album: 'album(id: $Album) { id }',
    myMedia: 'myMedia(first: 1) { pageInfo { hasNextPage } }',
    albums: 'albums(first: 1) { pageInfo { hasNextPage } }',
  },
  inputs: {
    createUploadTicket: () => ({ purpose: 'DOCUMENT', fileName: 'a.pdf', byteLength: 1_000 }),
    setAvatar: ({ ids }) => ({ mediaId: ids['PublicMedia'] }),
    createAlbum: anAlbum,
    updateAlbum: ({ ids }) => ({ albumId: ids['Album'], title: 'Late summer' }),
    addToAlbum: inAlbum,
    removeFromAlbum: inAlbum,
    reorderAlbum: ({ ids }) => ({ albumId: ids['Album'], mediaIds: [ids['Media']] }),
    shareAlbum: (stage) => ({ albumId: stage.ids['Album'], userIds: [personAs(stage, 'stranger').id] }),
    unshareAlbum: (stage) => ({ albumId: stage.ids['Album'], userIds: [personAs(stage, 'stranger').id] }),
    deleteAlbum: ({ ids }) => ({ albumId: ids['Album'] }),
    addMediaComment: ({ ids }) => aComment(ids['Media']),
    deleteMediaComment: ({ ids }) => ({ commentId: ids['MediaComment'] }),
    deleteMedia: ({ ids }) => ({ mediaId: ids['Media'] }),
  },
  streams: {},
  endings: ['deleteMediaComment', 'deleteMedia', 'deleteAlbum'],
};
