// What a stranger does first: clone, npm start, sign in, one query across all six subgraphs, one live event, Ctrl-C; then
// start again. The first start must be ready within 150 seconds, the second within 12.
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

/** Signs in with the demo account whose address begins so. */
async function signIn(text, name) {
  const url = /http:\/\/[\w.]+:\d+\/graphql/.exec(text)?.[0];
  const account = new RegExp(`(${name}\\S*@mosaic\\.example)\\s+(.+?)\\s*(?:\\(|$)`, 'm');
  const [, email, password] = account.exec(text) ?? [];
  check(`npm start prints the endpoint and the account of ${name}`, url && email && password, text);
  const input = `{email: "${email}", password: "${password}"}`;
  const { data } = await ask(
    url,
    `mutation { signIn(input: ${input}) { session { accessToken } userErrors { code } } }`,
  );
  const token = data?.signIn.session?.accessToken;
  check(`${name} signs in`, token, data);
  return { url, token };
}

const crossing = `{
  me {
    displayName
    avatar { url }
    rooms(search: "Bienvenue", first: 1) { edges { node { id lastMessage { body } } } }
    orders(first: 1) { edges { node { status } } }
  }
  coaches(search: "Claire Fontaine", first: 1) {
    edges { node { offerings { name } courses(first: 1) { edges { node { lessonCount } } } } }
  }
}`;

const first = await start(async (text) => {
  const { url, token } = await signIn(text, 'alex');
  const { data, errors } = await ask(url, crossing, token);
  const coach = data?.coaches.edges[0]?.node;
  const room = data?.me.rooms?.edges[0]?.node;
  const seen = {
    users: data?.me.displayName === 'Alex Moreno',
    content: Boolean(room?.lastMessage?.body),
    media: /\/media\/public\//.test(data?.me.avatar?.url),
    commerce: data?.me.orders?.edges[0]?.node.status === 'CONFIRMED',
    booking: coach?.offerings?.length === 2,
    courses: coach?.courses?.edges[0]?.node.lessonCount === 4,
  };
  check('one query crosses all six subgraphs', !errors && Object.values(seen).every(Boolean), { seen, data, errors });

  const home = await fetch(new URL('/', url));
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await home.text())?.[1];
  check('the app is served, with a policy', script && home.headers.get('content-security-policy'), home.status);
  check('its script is there', (await fetch(new URL(script, url))).ok, script);

  const claire = await signIn(text, 'claire');
  const say = () => {
    const message = `{roomId: "${room.id}", body: "Bonjour Alex", clientMessageId: "${randomUUID()}"}`;
    return ask(url, `mutation { sendMessage(input: ${message}) { userErrors { code } } }`, claire.token);
  };
  const author =
    'displayName avatar { url } coach { offerings { name } courses(first: 1) { edges { node { title } } } }';
  const live = `subscription { messageAdded(roomId: "${room.id}") { message { body author { ${author} } } } }`;
  const event = await firstEvent(url, token, live, say);
  const { body, author: speaker } = event.data?.messageAdded.message ?? {};
  const told = {
    content: body === 'Bonjour Alex',
    users: speaker?.displayName === 'Claire Fontaine',
    media: Boolean(speaker?.avatar?.url),
    booking: speaker?.coach?.offerings?.length === 2,
    courses: Boolean(speaker?.coach?.courses?.edges[0]?.node.title),
  };
  check('a live event carries fields of five subgraphs', Object.values(told).every(Boolean), event);
});
console.log(`first start: ready after ${first.toFixed(1)} s`);
check('the first start, with installation, build and demo world, is ready within 150 s', first <= 150, first);

// A busy machine is no slow Mosaic: the best of six counts, and usually the first will do.
let soonest = Number.POSITIVE_INFINITY;
for (let tries = 0; tries < 6 && soonest > 12; tries += 1) {
  const again = await start(async (text) => {
    const { url, token } = await signIn(text, 'alex');
    const { data } = await ask(url, '{ cart { lines { title } } }', token);
    check('the data survived the restart', data?.cart.lines.length === 2, data);
  });
  console.log(`second start: ready after ${again.toFixed(1)} s`);
  soonest = Math.min(soonest, again);
}
check('the second start is ready within 12 s', soonest <= 12, soonest);

rmSync(home, { recursive: true, force: true });
console.log(`${passed} passed, 0 failed`);
process.exit(0);
