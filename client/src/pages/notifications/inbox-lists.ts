// The inbox as lists: what came in goes in front, once; reading up to one reads it and all that came before it.

interface Row {
  readonly id: string;
  readonly readAt: string | null;
}

interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** The newest first; a notification that is there already stays where it is. */
export function withArrival<Node extends Row, E extends Edge<Node>>(edges: readonly E[], arrived: E): readonly E[] {
  return edges.some(({ node }) => node.id === arrived.node.id) ? edges : [arrived, ...edges];
}

/** Those that become read when the person has seen `upTo`: it and the older ones, as far as they are unread. */
export function readBy<Node extends Row>(edges: readonly Edge<Node>[], upTo: string): readonly Node[] {
  const from = edges.findIndex(({ node }) => node.id === upTo);
  if (from < 0) return [];
  return edges
    .slice(from)
    .map(({ node }) => node)
    .filter(({ readAt }) => readAt === null);
}

/** The guess until the server has counted: those above `upTo` stay unread, whatever lies below the loaded pages. */
export const leftUnread = <Node extends Row>(edges: readonly Edge<Node>[], upTo: string): number =>
  edges
    .slice(
      0,
      Math.max(
        0,
        edges.findIndex(({ node }) => node.id === upTo),
      ),
    )
    .filter(({ node }) => node.readAt === null).length;
