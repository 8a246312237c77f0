/** The number on the application's icon: what waits or asks for attention, where browsers show one. */
import type { LocalDatabase } from '../db';
import { watch } from '../shared';
import { countOutbox } from './sync.queries';

export function showBadge(db: LocalDatabase): () => void {
	if (!('setAppBadge' in navigator)) return () => {};
	const stop = watch(() => countOutbox(db), {
		next: ({ waiting, attention }) =>
			void navigator.setAppBadge(waiting + attention).catch(() => {}),
		error: () => {}
	});
	return () => {
		stop();
		void navigator.clearAppBadge().catch(() => {});
	};
}
