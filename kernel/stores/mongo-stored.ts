// How a domain object is kept: the same, with its id under MongoDB's name for it.
import { Schema, type SchemaDefinition } from 'mongoose';

export type Stored<T extends { id: string }> = Omit<T, 'id'> & { _id: T['id'] };

type FieldsOf<T> = { readonly [field in keyof T]-?: SchemaDefinition[string] };

/**
 * The schema of one class; the compiler checks that every field is described. Unknown fields are errors both in
 * documents and in filters.
 */
export function schemaFor<T extends { id: string }>(Class: new () => T, fields: FieldsOf<Omit<T, 'id'>>): Schema {
  const schema = new Schema(
    { _id: String, ...(fields as SchemaDefinition) },
    { versionKey: false, id: false, strict: 'throw', strictQuery: 'throw', minimize: false },
  );
  return schema.loadClass(Class);
}

export const hydrate = <T extends { id: string }>(Class: new () => T, { _id, ...fields }: Stored<T>): T =>
  Object.assign(new Class(), { id: _id, ...fields });

export const toStored = <T extends { id: string }>({ id, ...fields }: T): Stored<T> => ({ _id: id, ...fields });
