// What /health says, asked again and again.

export interface Health {
  status: number;
  body: Record<string, unknown>;
}

/** The health of the process that serves this GraphQL endpoint. */
export async function healthOf(graphqlUrl: string): Promise<Health> {
  const response = await fetch(new URL('/health', graphqlUrl));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Resolves when /health answers with this status; throws when it does not before `deadline` (epoch ms). */
export async function healthIs(graphqlUrl: string, status: number, deadline: number): Promise<void> {
  for (;;) {
    const health = await healthOf(graphqlUrl);
    if (Date.now() > deadline) throw new Error(`not ${status} in time, but ${JSON.stringify(health)}`);
    if (health.status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
