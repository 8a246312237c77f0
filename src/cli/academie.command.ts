/** `npm run academie -- 19 reglages.json`: the addresses and dates of one académie. */
import { readAcademieSettings } from '$lib/core/institution';
import type { AppError, Issue } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { configureAcademie } from '$lib/server/institution';
import { readFileSync } from 'node:fs';
import { CommandRefused } from './import/import-client';

const USAGE = 'Usage\u00a0: npm run academie -- CODE reglages.json';

function contentOf(path: string): { name?: unknown; settings: unknown } {
	try {
		const { nom: name, ...settings } = JSON.parse(readFileSync(path, 'utf8')) as { nom?: unknown };
		return { name, settings };
	} catch {
		throw new CommandRefused(
			`Le fichier «\u202f${path}\u202f» est introuvable ou n’est pas du JSON.`
		);
	}
}

function refused({ code, meta }: AppError): CommandRefused {
	if (code === 'institution.academie.unknown') return new CommandRefused('Académie inconnue.');
	const issues = (meta?.issues ?? []) as readonly Issue[];
	return new CommandRefused(
		issues.map(({ path, message }) => `${path}\u00a0: ${message}`).join('\n')
	);
}

export async function academieCommand(args: readonly string[]): Promise<number> {
	const [code, path, ...others] = args;
	if (code === undefined || path === undefined || others.length > 0)
		throw new CommandRefused(USAGE);
	const { name, settings: written } = contentOf(path);
	const settings = readAcademieSettings(written);
	if (!settings.ok) throw refused(settings.error);
	const { close } = await app('stderr');
	try {
		const done = await configureAcademie({
			...{ code, settings: settings.value },
			name: typeof name === 'string' && name.trim() ? name.trim() : undefined
		});
		if (!done.ok) throw refused(done.error);
		process.stdout.write(`Académie de ${done.value.name}\u00a0: réglages enregistrés.\n`);
		return 0;
	} finally {
		await close();
	}
}
