// A letter: a mail as it is read, in one language, and the door through which it leaves.
export interface Letter {
  /** The mail's id: the same letter has the same one, however often it is sent. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly date: Date;
}

export interface MailTransport {
  /** Resolves when somebody else is responsible for the letter. Rejects with Undeliverable when it never will be taken. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** The other side said no for good: trying again is no use. */
export class Undeliverable extends Error {}
