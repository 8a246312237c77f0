/** A process that sends pushes, made to be killed. */
import { openPostgres, setRootDatabase } from '$lib/server/db';
import { startJobs } from '$lib/server/jobs';
import { notificationJobs, pushSender } from '$lib/server/notifications';
import { pino } from 'pino';
import { testBossSettings } from './job-settings';

export default async (databaseUrl: string, origin: string, ca: string) => {
	const database = openPostgres(databaseUrl, 4);
	setRootDatabase(database.db);
	const log = pino({ level: 'silent' });
	const now = () => new Date();
	const subject = 'mailto:root@localhost';
	const sender = pushSender({ subject, now, testOrigins: [origin], ca });
	const jobs = await startJobs({
		...{ database, log, settings: testBossSettings },
		workers: notificationJobs({ sender, origin, log, clock: { now }, deadlines: [], news: [] })
	});
	await jobs.work();
	process.stdout.write('working\n');
	await new Promise(() => {});
};
