/** The number on the application's icon: what waits or asks for attention, where browsers show one. */
import { liveQuery } from 'dexie';
import type { LocalDatabase } from '../db';
import { countOutbox } from './sync.queries';

export function showBadge(db: LocalDatabase): () => void {
	if (!('setAppBadge' in navigator)) return () => {};
	const subscription = liveQuery(() => countOutbox(db)).subscribe({
		next: ({ waiting, attention }) =>
			void navigator.setAppBadge(waiting + attention).catch(() => {}),
		error: () => {}
	});
	return () => {
		subscription.unsubscribe();
		void navigator.clearAppBadge().catch(() => {});
	};
}
