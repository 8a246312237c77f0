/** Installing Carnet on the phone: the browser's own offer where there is one, else how to do it. */
interface InstallOffer extends Event {
	prompt(): Promise<void>;
	readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** `offered`: one tap. `by-hand`: iOS, by the share menu. `installed`: nothing left to do. */
export type InstallState = 'unknown' | 'offered' | 'by-hand' | 'installed';

const isStandalone = () =>
	matchMedia('(display-mode: standalone)').matches ||
	(navigator as { standalone?: boolean }).standalone === true;

const isIos = () =>
	/iPhone|iPad|iPod/.test(navigator.userAgent) ||
	(navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

class Installation {
	state = $state<InstallState>('unknown');
	#offer: InstallOffer | null = null;

	/** Early: the browser makes its offer once, often before any screen is drawn. */
	watch(): void {
		if (isStandalone()) this.state = 'installed';
		else if (isIos()) this.state = 'by-hand';
		window.addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#offer = event as InstallOffer;
			this.state = 'offered';
		});
		window.addEventListener('appinstalled', () => (this.state = 'installed'));
	}

	async install(): Promise<void> {
		const offer = this.#offer;
		if (!offer) return;
		this.#offer = null;
		await offer.prompt();
		const { outcome } = await offer.userChoice;
		this.state = outcome === 'accepted' ? 'installed' : 'unknown';
	}
}

export const installation = new Installation();
