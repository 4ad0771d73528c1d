// What is said in the room of this benchmark, byte for byte the same by router and bare broadcast: a message of chat, whose
// number has its place at the very end, so that a light client finds it without reading JSON.

const BODY = 'The train leaves at nine; bring the blue folder, and something to eat for the way. '.repeat(2);

export const QUERY =
  'subscription Room($room: ID!) { messageAdded(room: $room) { message { body sentAt author { id name } } eventId } }';

export const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { room(id: ID!): Room }
  type Room { id: ID! }
  type Subscription { messageAdded(room: ID!): MessageAdded! }
  type MessageAdded { eventId: ID! message: Message! }
  type Message { body: String! sentAt: Float! author: Person! }
  type Person @key(fields: "id") { id: ID! name: String! }
`;

const DIGITS = 10;
/** `"}}}}`: the end of eventId, messageAdded, data, payload and message. */
const AFTER_NUMBER = 5;

/** Milliseconds that all processes of one machine count alike. */
export const now = (): number => performance.timeOrigin + performance.now();

/** The result of one event; `sentAt` is when it was due. */
export const eventOf = (number: number, sentAt: number): string =>
  `{"data":{"messageAdded":{"message":{"body":"${BODY}","sentAt":${sentAt},"author":{"id":"7","name":"Ada Example"}},` +
  `"eventId":"${String(number).padStart(DIGITS, '0')}"}}}`;

export const nextMessage = (id: string, result: string): string => `{"id":"${id}","type":"next","payload":${result}}`;

/** The number of the event in the message that ends before `end`. */
export function numberBefore(bytes: Buffer, end: number): number {
  let number = 0;
  const last = end - AFTER_NUMBER;
  for (let at = last - DIGITS; at < last; at += 1) number = number * 10 + bytes[at]! - 48;
  return number;
}

export const sentAtIn = (bytes: Buffer, start: number, end: number): number =>
  Number(/"sentAt":([\d.]+)/.exec(bytes.toString('latin1', start, end))?.[1]);
