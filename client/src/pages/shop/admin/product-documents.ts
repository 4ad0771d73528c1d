// A product as an admin changes it: with versions, so that nobody overwrites what they have not seen.
import { graphql } from '@/graph/generated';

export const productFormFragment = graphql(`
  fragment EditedProduct_product on Product {
    id
    slug
    name
    description
    version
    isArchived
    attributes {
      key
      value
    }
    categories {
      id
      name
    }
    pictures {
      media {
        id
        ...Picture_media
      }
    }
    variants {
      id
      ...EditedVariant_variant
    }
  }
`);

export const variantFragment = graphql(`
  fragment EditedVariant_variant on ProductVariant {
    id
    sku
    name
    version
    available
    isInStock
    attributes {
      key
      value
    }
    price {
      amountMinor
      currency
    }
  }
`);

export const createProduct = graphql(`
  mutation CreateProduct($input: CreateProductInput!) {
    createProduct(input: $input) {
      userErrors {
        ...Refusal
      }
      product {
        id
        slug
        ...EditedProduct_product
      }
    }
  }
`);

export const updateProduct = graphql(`
  mutation UpdateProduct($input: UpdateProductInput!) {
    updateProduct(input: $input) {
      userErrors {
        ...Refusal
      }
      product {
        id
        ...EditedProduct_product
      }
    }
  }
`);

export const archiveProduct = graphql(`
  mutation ArchiveProduct($input: ArchiveProductInput!) {
    archiveProduct(input: $input) {
      userErrors {
        ...Refusal
      }
      product {
        id
        ...EditedProduct_product
      }
    }
  }
`);

export const addVariant = graphql(`
  mutation AddProductVariant($input: AddProductVariantInput!) {
    addProductVariant(input: $input) {
      userErrors {
        ...Refusal
      }
      variant {
        id
        ...EditedVariant_variant
        product {
          id
          variants {
            id
          }
        }
      }
    }
  }
`);

export const updateVariant = graphql(`
  mutation UpdateProductVariant($input: UpdateProductVariantInput!) {
    updateProductVariant(input: $input) {
      userErrors {
        ...Refusal
      }
      variant {
        id
        ...EditedVariant_variant
      }
    }
  }
`);

export const adjustStock = graphql(`
  mutation AdjustStock($input: AdjustStockInput!) {
    adjustStock(input: $input) {
      userErrors {
        ...Refusal
      }
      variant {
        id
        available
        isInStock
      }
    }
  }
`);
