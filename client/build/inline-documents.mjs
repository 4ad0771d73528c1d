// A Vite plugin: replaces each graphql(`...`) by its parsed document, fragments included. So a page carries only its own
// documents, and the browser neither parses GraphQL nor loads a table of every operation of the app.
import { parse } from 'graphql';
import { DOCUMENT, findDocuments, fragmentsOf, withFragments } from './documents.mjs';

export function inlineDocuments() {
  let fragments = new Map();
  const collect = async () => {
    fragments = fragmentsOf(await findDocuments());
  };
  return {
    name: 'mosaic:inline-documents',
    enforce: 'pre',
    buildStart: collect,
    async handleHotUpdate({ file }) {
      if (/\.tsx?$/.test(file)) await collect();
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/')) return null;
      const inlined = code.replace(DOCUMENT, (_, text) => {
        const document = parse(text, { noLocation: true });
        // In parentheses: a fragment that only others spread stands as a statement.
        return `(${JSON.stringify(withFragments(document, fragments))})`;
      });
      return { code: inlined, map: null };
    },
  };
}
