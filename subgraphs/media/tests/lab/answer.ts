// What a query answers has the shape the query asked for, which the compiler cannot know.

// biome-ignore lint/suspicious/noExplicitAny: see above; tests assert on exact values instead
export type Whatever = any;
