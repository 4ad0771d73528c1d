// What the shop's page asks of the graph: the products found, and how many another choice of filters would find.
import { graphql } from '@/graph/generated';
import type { ProductsQueryVariables } from '@/graph/generated/graphql';

export type ProductsVariables = ProductsQueryVariables;

export const productsQuery = graphql(`
  query Products(
    $first: Int!
    $after: String
    $search: String
    $categoryId: ID
    $minPrice: MoneyInput
    $maxPrice: MoneyInput
    $inStock: Boolean
    $attributes: [ProductAttributeInput!]
    $sort: ProductSort!
  ) {
    products(
      first: $first
      after: $after
      search: $search
      categoryId: $categoryId
      minPrice: $minPrice
      maxPrice: $maxPrice
      inStock: $inStock
      attributes: $attributes
      sort: $sort
    ) {
      edges {
        cursor
        node {
          id
          ...ProductCard_product
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        count
        inStockCount
        attributes {
          key
          values {
            value
            count
          }
        }
        prices {
          min {
            amountMinor
            currency
          }
          max {
            amountMinor
            currency
          }
        }
      }
    }
  }
`);

/**
 * `byCategory` asks as if no shelf were chosen and `byAttribute` as if no attribute were: their counts tell what another
 * choice would find. Not for the cache: these are no lists, and would stand there as lists without rows.
 */
export const choicesQuery = graphql(`
  query ShopChoices(
    $search: String
    $categoryId: ID
    $minPrice: MoneyInput
    $maxPrice: MoneyInput
    $inStock: Boolean
    $attributes: [ProductAttributeInput!]
  ) {
    byCategory: products(
      first: 1
      search: $search
      minPrice: $minPrice
      maxPrice: $maxPrice
      inStock: $inStock
      attributes: $attributes
    ) {
      facets {
        categories {
          count
          category {
            id
            name
          }
        }
      }
    }
    byAttribute: products(
      first: 1
      search: $search
      categoryId: $categoryId
      minPrice: $minPrice
      maxPrice: $maxPrice
      inStock: $inStock
    ) {
      facets {
        attributes {
          key
          values {
            value
            count
          }
        }
      }
    }
  }
`);

export const popularQuery = graphql(`
  query PopularProducts {
    popularProducts(first: 4) {
      id
      ...ProductCard_product
    }
  }
`);
