/** Every table, gathered from the rooms; each room owns its own and no other room queries it. */
import type { DocumentsTables } from '../documents/documents.tables';
import type { IdentityTables } from '../identity/identity.tables';
import type { AccessTables } from '../identity/access/access.tables';
import type { ApprovalsTables } from '../identity/approvals/approvals.tables';
import type { OpenApiTables } from '../http/open-api/open-api.tables';
import type { ImportTables } from '../institution/import/import.tables';
import type { InstitutionTables } from '../institution/institution.tables';
import type { CareerTables } from '../career/career.tables';
import type { SyncTables } from '../sync/sync.tables';
import type { NotificationsTables } from '../notifications/notifications.tables';
import type { MessagesTables } from '../messages/messages.tables';
import type { MailTables } from '../mail/mail.tables';
import type { MobilityTables } from '../mobility/mobility.tables';
import type { SsoTables } from '../identity/sso/sso.tables';

export interface Tables
	extends
		InstitutionTables,
		ImportTables,
		IdentityTables,
		ApprovalsTables,
		AccessTables,
		SsoTables,
		CareerTables,
		DocumentsTables,
		SyncTables,
		MailTables,
		MobilityTables,
		NotificationsTables,
		MessagesTables,
		OpenApiTables {}
