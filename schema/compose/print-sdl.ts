// Prints one subgraph's SDL: node schema/dist/compose/print-sdl.js users
const { sdl } = (await import(`@mosaic/${process.argv[2]}/subgraph`)) as { sdl(): Promise<string> };
process.stdout.write(`${(await sdl()).trimEnd()}\n`);
