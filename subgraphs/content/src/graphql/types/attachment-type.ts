// Attachments, as this subgraph hands them out.
import { describeAttachment } from '@mosaic/schema/types/attachment';

export const AttachmentType = describeAttachment();
