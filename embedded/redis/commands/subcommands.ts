/** Commands that are families: XGROUP CREATE, CLIENT ID, SCRIPT LOAD... */
import { type Command, fitsArity } from '../execute/command.js';
import { CommandError, wrongArity } from '../execute/command-error.js';

/** Its arity counts the name of the family too; its arguments come without both names. */
export type Subcommand = Pick<Command, 'name' | 'arity' | 'run'>;

/** One command that finds its subcommand by the first argument; an unknown one is refused in the words of Redis. */
export function commandFamily(family: string, subcommands: readonly Subcommand[]): Command {
  const byName = new Map(subcommands.map((subcommand) => [subcommand.name, subcommand]));
  const find = (args: readonly string[]): Subcommand => {
    const name = args[0]!;
    const subcommand = byName.get(name.toLowerCase());
    if (!subcommand) {
      throw new CommandError(`ERR unknown subcommand '${name.slice(0, 128)}'. Try ${family.toUpperCase()} HELP.`);
    }
    if (!fitsArity(subcommand.arity, args.length + 1)) throw wrongArity(`${family}|${subcommand.name}`);
    return subcommand;
  };
  return {
    name: family,
    arity: -2,
    check: (args) => void find(args),
    run: (args, call) => find(args).run(args.slice(1), call),
  };
}
