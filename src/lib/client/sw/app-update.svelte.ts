/**
 * The application's own updates. A new version waits until the person asks for it: then drafts are
 * kept, the worker takes over and this page reloads, once. Other tabs go on with the version they have.
 */
import type { Workbox } from 'workbox-window';
import { keepDrafts } from '../drafts';
import { trustedScriptUrl, WORKER_URL } from '../shared';

const CHECK_EVERY_MS = 60 * 60_000;

class AppUpdate {
	/** A newer version is here and waits for the person. */
	available = $state(false);
	#workbox: Workbox | null = null;
	#accepted = false;

	async register(): Promise<void> {
		if (this.#workbox || !('serviceWorker' in navigator)) return;
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox(trustedScriptUrl(WORKER_URL), {
			scope: '/',
			updateViaCache: 'none'
		});
		this.#workbox = workbox;
		workbox.addEventListener('waiting', () => (this.available = true));
		workbox.addEventListener('controlling', () => this.#reloadOnce());
		await workbox.register({ immediate: true });
		this.#checkNowAndThen(workbox);
	}

	async accept(): Promise<void> {
		this.#accepted = true;
		await keepDrafts();
		this.#workbox?.messageSkipWaiting();
	}

	#reloadOnce(): void {
		if (!this.#accepted) return;
		this.#accepted = false;
		location.reload();
	}

	#checkNowAndThen(workbox: Workbox): void {
		let checkedAt = Date.now();
		const check = () => {
			if (document.visibilityState !== 'visible' || !navigator.onLine) return;
			checkedAt = Date.now();
			void workbox.update().catch(() => {});
		};
		document.addEventListener('visibilitychange', () => {
			if (Date.now() - checkedAt > 60_000) check();
		});
		setInterval(check, CHECK_EVERY_MS);
	}
}

export const appUpdate = new AppUpdate();
