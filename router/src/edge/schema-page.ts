// GET /schema.graphql: what clients may ask, as SDL, for tools and the app's developer page. Only where the schema is shown.
import { type GraphQLSchema, printSchema } from 'graphql';
import { securityHeaders } from './security-headers.js';
import { isReading, pathOf, type SideDoor } from './side-door.js';

export function schemaPage(schema: GraphQLSchema, showsSchema: boolean): SideDoor {
  let sdl: string | null = null;
  return async (request, response) => {
    if (!showsSchema || pathOf(request) !== '/schema.graphql' || !isReading(request)) return false;
    sdl ??= `${printSchema(schema)}\n`;
    const length = Buffer.byteLength(sdl);
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'content-length': length,
    });
    response.end(sdl);
    return true;
  };
}
