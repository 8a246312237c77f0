/** At the start of the application: goes on with deposits that wait, if there are any. */
import type { LocalSession } from '../identity';

export async function resumeDeposits(session: LocalSession): Promise<void> {
	if (await session.db.read('depositsWaiting')) {
		(await import('./deposits')).openDeposits(session);
	}
}
