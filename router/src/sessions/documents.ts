// What a session's door asks of the graph: one fixed document each, the same mutations that everybody may send.
import { type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';

export interface FixedDocument {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The root field. */
  readonly field: string;
}

const TOKENS = 'session { accessToken accessTokenExpiresAt refreshToken user { id } }';
const ERRORS = 'userErrors { code message path parameters { name value } }';

function fixed(field: string, name: string, header: string, selection: string): FixedDocument {
  const argument = header && '(input: $input)';
  const query = `mutation ${name}${header} { ${field}${argument} { ${selection} ${ERRORS} } }`;
  const document = parse(query);
  return { query, document, operation: document.definitions[0] as OperationDefinitionNode, field };
}

export const documents = {
  signIn: fixed('signIn', 'SessionSignIn', '($input: SignInInput!)', TOKENS),
  signUp: fixed('signUp', 'SessionSignUp', '($input: SignUpInput!)', TOKENS),
  refresh: fixed('refreshSession', 'SessionRefresh', '($input: RefreshSessionInput!)', TOKENS),
  signOut: fixed('signOut', 'SessionSignOut', '', 'endedSessionId'),
  startGuest: fixed('startGuest', 'SessionGuest', '', 'guest { token expiresAt }'),
} as const;
