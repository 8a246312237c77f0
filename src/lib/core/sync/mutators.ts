/** Everything a person may write without the network: a new write needs a line here. */
import {
	bringSimulation,
	deleteCvEntry,
	deleteNote,
	deleteSimulation,
	reportError,
	writeCvEntry,
	writeNote
} from '../career';
import { markRecordSeen, setPreferences } from '../identity';
import {
	acknowledgeCircular,
	addDeadline,
	deleteDeadline,
	editDeadline,
	openThread,
	writeMessage
} from '../messages';
import { askOpinion, requestActs, saveMutationDraft, saveRouteFile } from '../mobility';
import { readNotification, setNotificationSettings } from '../notifications';
import type { Mutator } from '../shared';

const all = [
	reportError,
	writeNote,
	deleteNote,
	bringSimulation,
	deleteSimulation,
	writeCvEntry,
	deleteCvEntry,
	setPreferences,
	markRecordSeen,
	addDeadline,
	editDeadline,
	deleteDeadline,
	saveMutationDraft,
	...requestActs,
	saveRouteFile,
	askOpinion,
	readNotification,
	setNotificationSettings,
	acknowledgeCircular,
	openThread,
	writeMessage
] as unknown as readonly Mutator[];

const byKind = new Map(all.map((mutator) => [mutator.kind, mutator]));

export const mutatorOf = (kind: string): Mutator | null => byKind.get(kind) ?? null;
