// Products side by side, and the shape of them while they are loaded.
import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card, Cards } from '@/ui/card';

/** Narrow enough for two beside each other on a phone, four beside the filters. */
export const ProductGrid = ({ children }: { readonly children: ReactNode }) => (
  <Cards least="clamp(9rem, 21vw, 10.8rem)">{children}</Cards>
);

export function ProductGridSkeleton({ count = 8 }: { readonly count?: number }) {
  return (
    <ProductGrid>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these never move
        <Card key={at} as="li" isFlush>
          <Skeleton style={{ aspectRatio: 1.1 }} radius={0} />
          <Stack gap={8} p="sm">
            <Skeleton height={12} width="40%" />
            <Skeleton height={16} />
            <Skeleton height={18} width="30%" />
          </Stack>
        </Card>
      ))}
    </ProductGrid>
  );
}
