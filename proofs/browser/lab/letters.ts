// The links that the world mails, found in its folder of letters.
import { eventually } from '../../lab/eventually';
import { lettersTo, tokenIn } from '../../lab/mailbox';

/** The token of the one link to a page, e.g. "/reset-password", that was mailed to an address. */
export async function mailedToken(address: string, path: string): Promise<string> {
  const dataDir = process.env['PROOF_DATA'];
  if (!dataDir) throw new Error('PROOF_DATA names the data directory of the world');
  const linking = async () => (await lettersTo(dataDir, address)).filter(({ text }) => text.includes(`${path}#token=`));
  const letters = await eventually(linking, ({ length }) => length > 0, 30_000);
  const [letter, ...more] = letters;
  if (!letter || more.length > 0) throw new Error(`${letters.length} letters with a link to ${path}`);
  return tokenIn(letter);
}
