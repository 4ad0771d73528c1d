// What a stranger does first: clone, npm start, sign in, one query across both subgraphs, one live event, Ctrl-C; then
// start again, which must be ready within 8 seconds.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = new URL('..', import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), 'mosaic-smoke-'));
execFileSync('git', ['clone', '-q', here, home], { stdio: 'inherit' });

let passed = 0;
function check(what, holds, seen) {
  if (!holds) {
    console.error(`failed: ${what}`, seen);
    process.exit(1);
  }
  passed += 1;
  console.log(`ok: ${what}`);
}

/** Runs `npm start` until `use` is done with it, then presses Ctrl-C; answers the seconds until it was ready. */
async function start(use) {
  const began = Date.now();
  const child = spawn('npm', ['start'], { cwd: home, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  let text = '';
  const ready = new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      process.stdout.write(chunk);
      text += chunk;
      if (/Ctrl-C/i.test(text)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`npm start exited with ${code}`)));
    process.once('exit', () => stopHard(child.pid)); // a check that failed must not leave the world behind
  });
  await ready;
  const seconds = (Date.now() - began) / 1000;
  await use(text);
  child.removeAllListeners('exit');
  process.kill(-child.pid, 'SIGINT'); // the whole foreground group, as a terminal does
  await once(child, 'exit');
  return seconds;
}

function stopHard(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // it has gone already, as it should
  }
}

/** The first event of a subscription, over the project's own graphql-ws and ws. */
async function firstEvent(url, token, query, stir) {
  const { createClient } = await import(join(home, 'node_modules/graphql-ws/dist/index.js'));
  const { WebSocket } = await import(join(home, 'node_modules/ws/wrapper.mjs'));
  const connectionParams = { authorization: `Bearer ${token}` };
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams,
  });
  const stirring = setInterval(stir, 500);
  try {
    for await (const event of client.iterate({ query })) return event;
  } finally {
    clearInterval(stirring);
    await client.dispose();
  }
}

async function ask(url, query, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return answer.json();
}

async function signIn(text) {
  const url = /http:\/\/[\w.]+:\d+\/graphql/.exec(text)?.[0];
  const [, email, password] = /(\S+@mosaic\.example)\s+(.+?)\s*(?:\(|$)/m.exec(text) ?? [];
  check('npm start prints the endpoint and a demo account', url && email && password, text);
  const input = `{email: "${email}", password: "${password}"}`;
  const { data } = await ask(
    url,
    `mutation { signIn(input: ${input}) { session { accessToken } userErrors { code } } }`,
  );
  return { url, token: data?.signIn.session?.accessToken };
}

const first = await start(async (text) => {
  const { url, token } = await signIn(text);
  check('the demo account signs in', token, token);
  const crossing =
    '{ me { displayName rooms(first: 3) { edges { node { id title lastMessage { body author { displayName } } } } } } }';
  const { data, errors } = await ask(url, crossing, token);
  const message = data?.me.rooms.edges[0]?.node.lastMessage;
  check('one query crosses both subgraphs', !errors && message?.body && message.author.displayName, { data, errors });
  const room = data.me.rooms.edges[0].node.id;
  const say = () =>
    ask(
      url,
      `mutation { sendMessage(input: {roomId: "${room}", body: "Hello", clientMessageId: "${randomUUID()}"}) { userErrors { code } } }`,
      token,
    );
  const live = `subscription { messageAdded(roomId: "${room}") { eventId message { body author { displayName } } } }`;
  const event = await firstEvent(url, token, live, say);
  check(
    'a live event carries fields of both subgraphs',
    event.data?.messageAdded.message.author.displayName === 'Alex Moreno',
    event,
  );
});
console.log(`first start: ready after ${first.toFixed(1)} s`);

const second = await start(async (text) => {
  check('the data survived the restart', (await signIn(text)).token, text);
});
console.log(`second start: ready after ${second.toFixed(1)} s`);
check('the second start is ready within 8 s', second <= 8, second);

rmSync(home, { recursive: true, force: true });
console.log(`${passed} passed, 0 failed`);
process.exit(0);
