import type { Protection } from '../identity';

/** A phone or browser that keeps a person's data, as the list of devices shows it. */
export interface DeviceSummary {
	readonly id: string;
	readonly label: string;
	readonly protection: Protection;
	/** Instants (ISO 8601). */
	readonly firstSeenAt: string;
	readonly lastSeenAt: string;
	readonly revokedAt: string | null;
}
