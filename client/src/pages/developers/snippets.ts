// The same question from a terminal and from a program.

export const curlSnippet = (endpoint: string) => `TOKEN=...   # accessToken of the mutation signIn

curl -s ${endpoint} \\
  -H 'content-type: application/json' \\
  -H "authorization: Bearer $TOKEN" \\
  -d '{"query": "{ me { displayName } }"}'`;

export const javascriptSnippet = (endpoint: string) => `const ask = async (query, variables, token) => {
  const response = await fetch('${endpoint}', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: \`Bearer \${token}\` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};

const { data } = await ask('{ popularProducts(first: 3) { name } }');
console.log(data.popularProducts);`;

export const socketSnippet = (socket: string) => `import { createClient } from 'graphql-ws';

const client = createClient({
  url: '${socket}',
  connectionParams: { authorization: \`Bearer \${token}\` },
});

// Keep the last eventId and give it as \`after\`: nothing is missed.
client.subscribe(
  { query: 'subscription ($after: ID) { inboxChanged(after: $after) { eventId change } }', variables: { after } },
  { next: console.log, error: console.error, complete: () => {} },
);`;
