// Types of the whole graph that this subgraph adds to, or hands out.
import { describeAdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { describeAttachment } from '@mosaic/schema/types/attachment';

export const AdminDashboardType = describeAdminDashboard();
export const AttachmentType = describeAttachment();
