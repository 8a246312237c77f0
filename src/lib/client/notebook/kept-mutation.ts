/** The mutation simulator's answers in the private notebook. */
import type { Answers } from '$lib/core/mobility';
import { readEntry, writeEntries } from './notebook-database';

export interface KeptMutation {
	readonly campagne: string;
	readonly answers: Partial<Answers>;
	readonly voeux: readonly string[];
}

const MUTATION = 'mutation';

export const readMutation = async (): Promise<KeptMutation | undefined> =>
	(await readEntry(MUTATION)) as KeptMutation | undefined;

export const writeMutation = (value: KeptMutation): Promise<void> =>
	writeEntries([{ name: MUTATION, value }]);
