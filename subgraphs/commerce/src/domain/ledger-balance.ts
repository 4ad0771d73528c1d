// What the ledger comes to.
import type { Money } from '@mosaic/kernel/values/money';

export class LedgerAccount {
  constructor(
    readonly name: string,
    /** The sum of its entries. */
    readonly amount: Money,
    /** Whether the balance that is kept for it is that sum. */
    readonly isConsistent: boolean,
  ) {}
}

export class LedgerBalance {
  constructor(
    /** All entries of each currency together: 0, always. */
    readonly sums: readonly Money[],
    readonly accounts: readonly LedgerAccount[],
  ) {}

  get isBalanced(): boolean {
    return (
      this.sums.every(({ amountMinor }) => amountMinor === 0) && this.accounts.every((account) => account.isConsistent)
    );
  }
}
