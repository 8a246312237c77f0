/** Messages kept as files where no SMTP server is set: how a demonstration is followed. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailTransport, OutgoingMail } from './transport';

export interface OutboxMail extends OutgoingMail {
	readonly at: string;
}

export const outboxFolder = (dataDir: string) => join(dataDir, 'courriels');

export const outboxTransport = (folder: string, now: () => Date): MailTransport => ({
	async send(mail) {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		const kept: OutboxMail = { ...mail, at: now().toISOString() };
		const temporary = join(folder, `.${mail.id}`);
		await writeFile(temporary, JSON.stringify(kept), { mode: 0o600 });
		await rename(temporary, join(folder, `${mail.id}.json`));
	},
	close: () => {}
});

/** The last messages, newest first. */
export async function readOutbox(folder: string, limit = 100): Promise<OutboxMail[]> {
	const names = await readdir(folder).catch(() => []);
	const mails = await Promise.all(
		names
			.filter((name) => name.endsWith('.json'))
			.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as OutboxMail)
	);
	return mails.sort((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
}
