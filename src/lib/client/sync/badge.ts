/** The number on the application's icon, where browsers show one. */
import { watch } from '../shared';

/** @returns what ends it, and takes the number away */
export function showBadge(count: () => Promise<number>): () => void {
	if (!('setAppBadge' in navigator)) return () => {};
	const stop = watch(count, {
		next: (number) => void navigator.setAppBadge(number).catch(() => {}),
		error: () => {}
	});
	return () => {
		stop();
		void navigator.clearAppBadge().catch(() => {});
	};
}
