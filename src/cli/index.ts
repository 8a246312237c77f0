/** The operator's command line: an entry of the server build, so that it runs the server's own code. */
import { app } from '$lib/server/app';

const commands: Record<string, (args: string[]) => Promise<void>> = {
	migrate: async () => {
		// Opening the application applies the migrations.
	}
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
	process.stderr.write(`Commandes : ${Object.keys(commands).join(', ')}\n`);
	process.exit(2);
}
const running = await app();
try {
	await command(args);
} finally {
	await running.close();
}
