// What can be done with money, and what changes on screen with it: the answers carry everybody's balances.
import { graphql } from '@/graph/generated';

export const addExpense = graphql(`
  mutation AddExpense($input: AddExpenseInput!) {
    addExpense(input: $input) {
      userErrors {
        ...Refusal
      }
      expense {
        id
        ...ExpenseRow_expense
        event {
          id
          currency
          ...Balances_event
        }
      }
    }
  }
`);

export const deleteExpense = graphql(`
  mutation DeleteExpense($input: DeleteExpenseInput!) {
    deleteExpense(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        id
        currency
        ...Balances_event
      }
    }
  }
`);

export const recordSettlement = graphql(`
  mutation RecordSettlement($input: RecordSettlementInput!) {
    recordSettlement(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        id
        currency
        ...Balances_event
      }
    }
  }
`);
