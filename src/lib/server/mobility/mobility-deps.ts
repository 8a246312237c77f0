import type { Clock, NewId } from '$lib/core/shared';

export interface MobilityDeps {
	readonly clock: Clock;
	readonly newId: NewId;
}
