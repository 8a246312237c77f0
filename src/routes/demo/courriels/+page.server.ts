import { app } from '$lib/server/app';
import { outboxFolder, readOutbox } from '$lib/server/mail';
import { error } from '@sveltejs/kit';

/** The messages a demonstration would have sent. Does not exist anywhere else. */
export async function load() {
	const { env } = await app();
	if (!env.demo) error(404, { message: 'Cette page n’existe pas.' });
	const mails = await readOutbox(outboxFolder(env.dataDir));
	return { mails: mails.map(({ id, at, to, subject, text }) => ({ id, at, to, subject, text })) };
}
