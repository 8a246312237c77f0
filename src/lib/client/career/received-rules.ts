/**
 * Career data received since this build was made. Only a build that has checked a bundle uses it:
 * another one starts again from its own data, and asks the server.
 */
import { version as build } from '$app/environment';
import { compileCareer, type CareerData, type CareerReference } from '$lib/core/career';
import Dexie, { type Table } from 'dexie';
import { markRulesReceived } from './received-mark';

const NAME = 'carnet-regles';

export interface ReceivedRules {
	readonly version: string;
	readonly asOf: string;
	readonly sha256: string;
	readonly data: CareerData;
}

interface Kept extends ReceivedRules {
	/** The room of the product these rules belong to. */
	readonly room: 'career';
	readonly build: string;
}

class RulesDatabase extends Dexie {
	readonly received!: Table<Kept, string>;

	constructor() {
		super(NAME);
		this.version(1).stores({ received: 'room' });
	}
}

export async function readReceivedRules(): Promise<CareerReference | null> {
	const db = new RulesDatabase();
	const kept = await db.received.get('career');
	db.close();
	return kept?.build === build ? compileCareer(kept.data, kept) : null;
}

export async function keepReceivedRules(rules: ReceivedRules): Promise<void> {
	const db = new RulesDatabase();
	await db.received.put({ ...rules, room: 'career', build });
	db.close();
	markRulesReceived(rules.version);
}
