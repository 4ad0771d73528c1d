// Reads of rooms, memberships and members; everything through what the asker is a member of.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { patternOf } from '@mosaic/kernel/values/fold';
import { trusted } from 'mongoose';
import { may } from '../../access.js';
import type { Message } from '../../domain/message.js';
import { pairKeyOf, Room } from '../../domain/room.js';
import { membershipId, RoomMember } from '../../domain/room-member.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const NEWEST_FIRST = { by: 'activeAt', way: -1, isDate: true } as const;
const BY_ARRIVAL = { by: 'joinedSeq', way: 1, isDate: false } as const;
/** A search looks at this many of the asker's rooms, the most recently active ones. */
const SEARCHED_ROOMS = 1_000;

export const roomKey = ({ activeAt, id }: Room): CursorKey => [activeAt.getTime(), id];
export const memberKey = ({ joinedSeq, id }: RoomMember): CursorKey => [joinedSeq, id];

export function readRooms({ rooms, roomMembers, people }: Collections) {
  const toMember = (record: Stored<RoomMember>) => hydrate(RoomMember, record);

  /** Ids of everybody the asker shares a room with and whose name matches; never the asker. */
  const matchingCompanions = async (asker: Asker, pattern: string): Promise<string[]> => {
    const around = await rooms
      .find({ memberIds: asker.id }, { memberIds: 1 })
      .sort({ activeAt: -1, _id: -1 })
      .limit(SEARCHED_ROOMS)
      .maxTimeMS(budgetOf(asker))
      .lean();
    const companions = [...new Set(around.flatMap(({ memberIds }) => memberIds))].filter((id) => id !== asker.id);
    const named = { _id: trusted({ $in: companions }), foldedName: trusted({ $regex: pattern }) };
    return (await people.find(named, { _id: 1 }).maxTimeMS(budgetOf(asker)).lean()).map(({ _id }) => _id);
  };

  return {
    /** Those of the rooms that the asker is a member of. */
    async roomsFor(asker: Asker, ids: readonly string[]): Promise<Room[]> {
      const found = await rooms
        .find({ _id: trusted({ $in: [...ids] }), memberIds: asker.id })
        .maxTimeMS(budgetOf(asker))
        .lean<Stored<Room>[]>();
      return found.map((record) => hydrate(Room, record));
    },

    /** The asker's rooms, most recently active first; `search` matches titles and names of the others in them. */
    async roomsOf(asker: Asker, page: Page, search: string | null): Promise<Room[]> {
      const mine = { memberIds: asker.id };
      let filter: object = mine;
      if (search !== null) {
        const pattern = patternOf(search);
        const companions = await matchingCompanions(asker, pattern);
        const matches = [{ foldedTitle: trusted({ $regex: pattern }) }, { memberIds: trusted({ $in: companions }) }];
        filter = { $and: [mine, { $or: matches }] };
      }
      const found = await keysetPage(rooms, filter, NEWEST_FIRST, page, budgetOf(asker));
      return found.map((record) => hydrate(Room, record));
    },

    /** The room of the asker and one other person, or null when nobody opened it yet. */
    async directRoomWith(asker: Asker, userId: string): Promise<Room | null> {
      const found = await rooms
        .findOne({ pairKey: pairKeyOf(asker.id, userId) })
        .maxTimeMS(budgetOf(asker))
        .lean<Stored<Room>>();
      return found && hydrate(Room, found);
    },

    async membershipsOf(asker: Asker, roomIds: readonly string[]): Promise<RoomMember[]> {
      const own = roomIds.map((roomId) => membershipId(roomId, asker.id));
      const found = await roomMembers
        .find({ _id: trusted({ $in: own }) })
        .maxTimeMS(budgetOf(asker))
        .lean<Stored<RoomMember>[]>();
      return found.map(toMember);
    },

    /** In the order in which they came. */
    async membersOf(asker: Asker, room: Room, page: Page): Promise<RoomMember[]> {
      if (!may.seeRoom(asker, room)) return [];
      const found = await keysetPage(roomMembers, { roomId: room.id }, BY_ARRIVAL, page, budgetOf(asker));
      return found.map(toMember);
    },

    /** Members other than the author whose marker is at or behind the message. */
    async readersOf(asker: Asker, room: Room, message: Message, page: Page): Promise<RoomMember[]> {
      if (!may.seeRoom(asker, room)) return [];
      const readers = {
        roomId: room.id,
        readUpTo: trusted({ $gte: message.seq }),
        userId: trusted({ $ne: message.authorId }),
      };
      return (await keysetPage(roomMembers, readers, BY_ARRIVAL, page, budgetOf(asker))).map(toMember);
    },

    /** Whether the person is a member of the room at this moment. */
    isMember: async (asker: Asker, roomId: string): Promise<boolean> =>
      (await rooms.exists({ _id: roomId, memberIds: asker.id }).maxTimeMS(budgetOf(asker))) !== null,
  };
}
