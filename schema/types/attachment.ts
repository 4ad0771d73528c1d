// A medium that hangs on something: the subgraph that owns the something hands out a grant, and media resolves it. So a
// private picture is seen by exactly those who may see the message it hangs on, and media needs nobody's rules.
import 'reflect-metadata';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';

export class Attachment {
  constructor(readonly grant: string) {}
}

/** Once per process; `isOwner` is true in media alone, which adds the field `media`. */
export const describeAttachment = (isOwner = false): typeof Attachment => {
  describeType(Attachment, 'Attachment', {
    description: 'A picture, document or video that hangs on something, for this viewer.',
    directives: [isOwner ? '@key(fields: "grant")' : '@key(fields: "grant", resolvable: false)'],
    fields: { grant: [() => String, 'Opaque and short-lived: the word of its place that this viewer may see it.'] },
  });
  return Attachment;
};
