// The moment before it is known who is there.
import { Center } from '@mantine/core';

export const Splash = () => (
  <Center h="100dvh" role="status" aria-label="Mosaic">
    <img src="/icon.svg" alt="" width={56} height={56} />
  </Center>
);
