// Reading and checking the options of commands.
import { CommandError, failedToParse, location, typeMismatch, unsupported } from '../errors.js';
import { isNumber, toNumber } from '../values/numbers.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import type { Command } from './command.js';

/** What drivers may send along with any command. */
const GENERAL = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

const isOff = (value: Value): boolean => value === undefined || value === null || value === false;

/** Refuses every option that would change the answer and is not known here. */
export function checkOptions(name: string, command: Command, body: Document): void {
  for (const option of Object.keys(body)) {
    if (option === name || GENERAL.has(option) || command.accepts.includes(option)) continue;
    if (!command.refuses?.includes(option)) {
      throw location(40415, `BSON field '${name}.${option}' is an unknown field.`);
    }
    if (!isOff(body[option])) throw unsupported(`the option '${option}' of ${name}`);
  }
  checkCollation(body['collation']);
  checkReadConcern(body);
}

/** Strings compare by their bytes here; {locale: 'simple'} asks for just that. */
export function checkCollation(collation: Value): void {
  if (isOff(collation)) return;
  if (isDocument(collation) && collation['locale'] === 'simple') return;
  const locale = isDocument(collation) ? String(collation['locale']) : 'of this kind';
  throw unsupported(`the collation ${locale}`);
}

function checkReadConcern(body: Document): void {
  const concern = body['readConcern'];
  const level = isDocument(concern) ? concern['level'] : undefined;
  if (level === 'snapshot' && body['autocommit'] === undefined) {
    throw unsupported('the read concern snapshot outside a transaction');
  }
  if (isDocument(concern) && 'afterClusterTime' in concern) throw unsupported('causal consistency (afterClusterTime)');
}

export function documentOption(body: Document, option: string): Document | undefined {
  const value = body[option];
  if (value === undefined || value === null) return undefined;
  if (!isDocument(value)) throw typeMismatch(`BSON field '${option}' is the wrong type, expected type 'object'`);
  return value;
}

export function numberOption(body: Document, option: string): number | undefined {
  const value = body[option];
  if (value === undefined || value === null) return undefined;
  if (!isNumber(value) || !Number.isInteger(toNumber(value))) {
    throw typeMismatch(`BSON field '${option}' is the wrong type, expected a whole number`);
  }
  return toNumber(value);
}

/** A list of documents that a command cannot do without. */
export function documentList(body: Document, option: string): Document[] {
  const value = body[option];
  if (!Array.isArray(value)) throw failedToParse(`BSON field '${option}' must be an array of documents`);
  return value.map((entry) => {
    if (!isDocument(entry)) throw typeMismatch(`BSON field '${option}' holds something else than documents`);
    return entry;
  });
}

/** database.collection, refused when the collection's name is not one. */
export function namespaceOf(database: string, collection: Value): string {
  if (typeof collection !== 'string' || collection === '' || collection.includes('\0')) {
    throw new CommandError(73, 'InvalidNamespace', `Invalid namespace specified '${database}.${String(collection)}'`);
  }
  return `${database}.${collection}`;
}
