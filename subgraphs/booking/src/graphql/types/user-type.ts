// People, as this subgraph mentions them.
import { stub } from '@mosaic/schema/types/stub';

export const UserStub = stub('User');
