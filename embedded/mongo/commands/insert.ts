// insert: documents get an `_id` when they have none, and it always comes first.
import { ObjectId } from 'bson';
import { withIdFirst } from '../update/apply-update.js';
import { type Command, reply } from './command.js';
import { documentList, namespaceOf } from './options.js';
import { checkStorable, collectionToWrite, writeBatch, writeStatement } from './write-statement.js';

export const insert: Command = {
  accepts: ['documents', 'ordered', 'bypassDocumentValidation'],
  transactional: true,
  async run(command, context) {
    const documents = documentList(command, 'documents');
    const collection = collectionToWrite(context, namespaceOf(context.database, command['insert']));
    const { outcomes, writeErrors } = await writeBatch(
      context,
      documents,
      command['ordered'] !== false,
      (document, index) => {
        const id = '_id' in document ? document['_id'] : new ObjectId();
        const stored = context.store.prepare(withIdFirst(document, { _id: id }));
        checkStorable(collection, stored, command);
        return writeStatement(context, index, (writer) => {
          collection.insert(stored, writer);
          return { n: 1 };
        });
      },
    );
    return reply({ n: outcomes.length, ...(writeErrors.length > 0 && { writeErrors }) });
  },
};
