/** The operator's command line: an entry of the server build, so that it runs the server's own code. */
import { app } from '$lib/server/app';
import { seedDemo } from '$lib/server/institution';
import { academieCommand } from './academie.command';
import { rotatePushKeys } from '$lib/server/notifications';
import { importCommand } from './import/import.command';

/** Each returns the exit code. */
const commands: Record<string, (args: readonly string[]) => Promise<number>> = {
	academie: academieCommand,
	import: importCommand,
	migrate: async () => {
		// Opening the application applies the migrations.
		await (await app('stderr')).close();
		return 0;
	},
	'rotate-push-keys': async () => {
		const { close } = await app('stderr');
		const { id } = await rotatePushKeys().finally(close);
		process.stdout.write(`Nouvelles clés de notification : ${id}\n`);
		return 0;
	},
	seed: async () => {
		const { imports, close } = await app('stderr');
		await seedDemo(imports).finally(close);
		return 0;
	}
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
	process.stderr.write(`Commandes : ${Object.keys(commands).join(', ')}\n`);
	process.exit(2);
}
try {
	process.exitCode = await command(args);
} catch (error) {
	const known = error instanceof Error && 'forOperator' in error;
	process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
	process.exitCode = 1;
}
