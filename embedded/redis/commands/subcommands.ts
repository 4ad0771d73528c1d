/** Commands that are families: XGROUP CREATE, CLIENT ID, SCRIPT LOAD... */
import { type Call, type Command, fitsArity, type Outcome } from '../execute/command.js';
import { CommandError, wrongArity } from '../execute/command-error.js';

/** Its arity counts the name of the family too; its arguments come without both names. */
export type Subcommand = Pick<Command, 'name' | 'arity' | 'run'>;

/** Finds the subcommand and runs it; refuses an unknown one or a wrong number of arguments in the words of Redis. */
export function runSubcommand(family: string, subcommands: readonly Subcommand[]) {
  const byName = new Map(subcommands.map((subcommand) => [subcommand.name, subcommand]));
  return (args: string[], call: Call): Outcome => {
    const [name, ...rest] = args as [string, ...string[]];
    const subcommand = byName.get(name.toLowerCase());
    if (!subcommand) {
      throw new CommandError(`ERR unknown subcommand '${name.slice(0, 128)}'. Try ${family.toUpperCase()} HELP.`);
    }
    if (!fitsArity(subcommand.arity, args.length + 1)) throw wrongArity(`${family}|${subcommand.name}`);
    return subcommand.run(rest, call);
  };
}
