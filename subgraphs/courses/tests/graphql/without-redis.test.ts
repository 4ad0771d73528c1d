// Without Redis everything works but what is told waits; with it again, nothing was lost.
import { randomUUID } from 'node:crypto';
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { streamOf } from '@mosaic/kernel/outbox/event';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { afterAll, expect, test } from 'vitest';
import { openCourses, startSubgraph } from '../../src/subgraph.js';
import { Graph } from '../lab/open-graph.js';
import { configFor, log, person } from '../lab/open-lab.js';
import { coach, publishedCourse } from '../lab/school.js';
import { openMongo } from '../lab/stores.js';

const scope = new Scope();
afterAll(() => scope.close());

test('enrolled while Redis is away: told when it is there', async () => {
  const probe = await startRedis({});
  const { url, port } = probe;
  await probe.stop();
  const config = configFor(await openMongo(scope), url);
  const rooms = await openCourses(scope, config, { log });
  const graph = new Graph((await startSubgraph(scope, config, { log })).url, config, rooms);
  const { course } = await publishedCourse(rooms, await coach(rooms));
  const input = { courseId: course.id, idempotencyKey: randomUUID() };
  const { enrollment } = await graph.run(person(), 'enroll', input, 'enrollment { id status }');
  expect(enrollment.status).toBe('ACTIVE');
  const health = await fetch(graph.url.replace('/graphql', '/health'));
  expect(health.status).toBe(200);

  scope.own(await startRedis({ port }), (open) => open.stop());
  const redis = scope.own(connectRedis(url, 'commands', log), (open) => open.disconnect());
  const told = async () => JSON.stringify(await redis.xrange(streamOf('courses'), '-', '+'));
  await expect.poll(told, { timeout: 10_000 }).toContain(enrollment.id);
});
