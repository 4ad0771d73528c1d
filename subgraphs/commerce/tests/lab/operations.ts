// The operations that tests of the graph share.

export const CREATE_PRODUCT = /* GraphQL */ `
  mutation ($input: CreateProductInput!) {
    createProduct(input: $input) {
      product { id slug name description isArchived version attributes { key value } categories { name } pictures { grant } priceRange { min { amountMinor } } }
      userErrors { code path }
    }
  }
`;

export const ADD_VARIANT = /* GraphQL */ `
  mutation ($input: AddProductVariantInput!) {
    addProductVariant(input: $input) {
      variant { id sku name version available isInStock price { amountMinor currency decimal } product { slug } }
      userErrors { code path }
    }
  }
`;

export const ADJUST_STOCK = /* GraphQL */ `
  mutation ($input: AdjustStockInput!) {
    adjustStock(input: $input) { variant { available isInStock } userErrors { code path } }
  }
`;

const CART = /* GraphQL */ `
  id
  total { amountMinor currency }
  lines {
    id title quantity isPriceChanged isBuyable heldUntil
    item { __typename id ... on ProductVariant { sku available } }
    unitPrice { amountMinor }
    lineTotal { amountMinor }
  }
`;

export const MY_CART = `{ cart { ${CART} } }`;

export const ADD_TO_CART = /* GraphQL */ `
  mutation ($input: AddToCartInput!) {
    addToCart(input: $input) { cart { ${CART} } userErrors { code path parameters { name value } } }
  }
`;

export const REMOVE_LINE = /* GraphQL */ `
  mutation ($input: RemoveCartLineInput!) {
    removeCartLine(input: $input) { cart { ${CART} } userErrors { code path } }
  }
`;
