// Every entity of the graph: who owns it and what it is. Subgraphs that extend or mention another's entity describe it by
// this table, because composition refuses two descriptions of one type; `node(id)` answers for every type that stands here.

interface Entity {
  readonly owner: 'users' | 'content' | 'booking' | 'commerce' | 'courses' | 'media';
  readonly description: string;
}

const owned = <N extends string>(owner: Entity['owner'], descriptions: Record<N, string>): Record<N, Entity> =>
  Object.fromEntries(
    Object.entries<string>(descriptions).map(([name, description]): [string, Entity] => [name, { owner, description }]),
  ) as Record<N, Entity>;

export const entities = {
  ...owned('users', {
    User: 'A person with an account. Everybody who is signed in sees the fields that are not nullable.',
    Session: 'A living sign-in of the viewer on one device.',
    Coach: 'A person whom others may book and learn from, once an admin has approved them.',
    Specialty: 'A field that coaches work in.',
    AuditEntry: 'One privileged act, chained to the one before it.',
  }),
  ...owned('content', {
    Room: 'A conversation.',
    Message: 'Something said in a room.',
    Monitor: 'Something a person measures about themselves.',
    AlertRule: 'When a reading is a breach.',
    Alert: 'A rule of a monitor that was broken.',
    Notification: 'Something a person should know.',
    Post: 'Something a person tells everybody who is signed in.',
    Comment: 'What somebody says about a post, or in answer to such a comment.',
  }),
  ...owned('booking', {
    Offering: 'What a coach can be booked for: how long, at which price.',
    Appointment: 'A coach’s time, asked for or taken by a client.',
    Event: 'An occasion that people are invited to.',
    EventTask: 'Something to be done for an event.',
    Expense: 'Money somebody spent for an event, and who shares it.',
    EventInvitation: 'A single-use link by which one person may join an event.',
  }),
  ...owned('commerce', {
    Product: 'Something the shop sells, in one or more variants.',
    ProductVariant: 'One form of a product, with its own price and stock.',
    Cart: 'What a viewer or guest means to buy.',
    Order: 'What was bought, at the prices of that moment.',
    Payment: 'The money side of an order.',
  }),
  ...owned('courses', {
    Course: 'Lessons in sections, by a coach.',
    Lesson: 'One step of a course.',
    Quiz: 'Questions that close a lesson.',
    QuizAttempt: 'One try at a quiz, against the server’s clock.',
    Enrollment: 'A person’s place in a course.',
    Certificate: 'The proof that a person completed a course.',
  }),
  ...owned('media', {
    Media: 'A picture, document or video that somebody uploaded.',
    Album: 'Media in an order, shared with people.',
    MediaComment: 'What somebody says about a picture, document or video.',
  }),
} as const;

export type EntityName = keyof typeof entities;

export const isEntityName = (name: string | null): name is EntityName => name !== null && Object.hasOwn(entities, name);
