import { db } from '../../db';

export async function insertReport(report: {
	id: string;
	at: Date;
	user: { id: string; academie: string };
	description: string;
}): Promise<void> {
	await db()
		.insertInto('phishing_report')
		.values({
			id: report.id,
			academie_code: report.user.academie,
			account_id: report.user.id,
			at: report.at,
			description: report.description
		})
		.execute();
}

export const reportsOf = (academie: string, limit = 100) =>
	db()
		.selectFrom('phishing_report')
		.select(['id', 'at', 'description'])
		.where('academie_code', '=', academie)
		.orderBy('at', 'desc')
		.limit(limit)
		.execute();
