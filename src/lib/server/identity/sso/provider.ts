/** What Carnet asks of any identity provider, whatever its protocol. */
export interface SsoStart {
	/** Where the browser goes. */
	readonly url: URL;
	/** What the return will be checked against; stays on the server. */
	readonly kept: Readonly<Record<string, string>>;
}

export interface SsoReturn {
	/** Our own address, as configured, with what the provider added. */
	readonly url: URL;
	/** Body of a posted return. */
	readonly form: URLSearchParams | null;
	readonly headers: Headers;
	/** Address at the other end of the connection, forwarding headers ignored. */
	readonly peer: string;
	readonly kept: Readonly<Record<string, string>>;
	readonly now: Date;
}

export interface SsoProof {
	readonly issuer: string;
	readonly subject: string;
	/** Null when the provider gives none, or does not say that it is verified. */
	readonly email: string | null;
}

export interface SsoProvider {
	readonly id: string;
	readonly label: string;
	readonly trustEmail: boolean;
	/** @param callback our return address for this provider */
	start(callback: URL, state: string, now: Date): Promise<SsoStart>;
	/** The state the provider hands back. */
	stateOf(returned: SsoReturn): string | null;
	/** @throws SsoRefused, or what the protocol's library throws, when anything at all is wrong */
	finish(returned: SsoReturn): Promise<SsoProof>;
	/** Where the browser goes to end the provider's own session, when there is such a place. */
	logoutUrl(returnTo: URL): Promise<URL | null>;
}

export class SsoRefused extends Error {
	override readonly name = 'SsoRefused';
}
