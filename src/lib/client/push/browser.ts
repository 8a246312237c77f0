/** The browser's side of a push subscription. Some browsers never answer: each question has a limit. */
const LIMIT_MS = 20_000;

const within = <T>(work: Promise<T>): Promise<T> =>
	Promise.race([
		work,
		new Promise<never>((_, reject) =>
			setTimeout(() => reject(new Error('the browser did not answer')), LIMIT_MS)
		)
	]);

const manager = async (): Promise<PushManager> =>
	(await within(navigator.serviceWorker.ready)).pushManager;

export const isPushSupported = (): boolean =>
	'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export const currentSubscription = async (): Promise<PushSubscription | null> =>
	within((await manager()).getSubscription());

const keyOf = ({ options }: PushSubscription): string =>
	btoa(String.fromCharCode(...new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0))))
		.replace(/\+/g, '-')
		.replace(/\//g, '_')
		.replace(/=+$/, '');

/** The subscription of this browser under this key; one made under another key is replaced. */
export async function subscribeUnder(publicKey: string): Promise<PushSubscription> {
	const known = await currentSubscription();
	if (known && keyOf(known) === publicKey) return known;
	await known?.unsubscribe();
	const options = { userVisibleOnly: true, applicationServerKey: publicKey };
	return within((await manager()).subscribe(options));
}
