/** A refusal of a command: the text becomes the error reply, starting with its code (`ERR`, `WRONGTYPE`...). */
export class CommandError extends Error {}

export const syntaxError = (): CommandError => new CommandError('ERR syntax error');

export const wrongArity = (command: string): CommandError =>
  new CommandError(`ERR wrong number of arguments for '${command}' command`);
