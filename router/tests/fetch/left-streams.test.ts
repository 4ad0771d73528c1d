// A client that unsubscribes while an event is being completed takes the calls for that event with it.
import { expect, it } from 'vitest';
import { listen, socketClient } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { useLab } from '../lab/lab.js';
import { rawSubgraph } from '../lab/raw-subgraph.js';
import { room } from '../lab/rooms.js';

const lab = useLab();

it.each(['unsubscribes', 'dies'])('gives the call up when the client %s', async (how) => {
  const silent = await rawSubgraph(() => {});
  const urls = { rooms: lab.subgraphUrls['rooms'], people: silent.url };
  const { url, stop } = await lab.startRouter({
    SUBGRAPH_URLS: JSON.stringify(urls),
    SUBGRAPH_TIMEOUT_MS: '15000',
    QUERY_DEADLINE_MS: '15000',
  });
  const client = socketClient(url);
  const stream = listen(client, 'subscription { messageAdded(room: "r") { message { author { name } } } }');
  room.say('ada', 'hello');
  await eventually(() => expect(silent.open).toBe(1));
  if (how === 'dies') client.terminate();
  else stream.stop();
  await eventually(() => expect(silent.cancelled).toBe(1), 2_000);
  await client.dispose();
  silent.stop();
  await stop();
});
