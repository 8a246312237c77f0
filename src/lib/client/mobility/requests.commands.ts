/** What a person does of their request; true only once the server has said so. */
import {
	appealResult,
	cancelRequest,
	contestBareme,
	fileRequest,
	reopenRequest,
	type Answers
} from '$lib/core/mobility';
import type { Result } from '$lib/core/shared';
import { perform, type Writer } from '../sync';

export interface ToFile {
	/** Of the request already filed, else null. */
	readonly id: string | null;
	readonly campaign: string;
	readonly answers: Answers;
	readonly voeux: readonly string[];
	readonly shown: { readonly version: string; readonly totals: readonly number[] };
}

export const fileMutation = (writer: Writer, { id, ...what }: ToFile): Promise<Result<string>> =>
	perform(writer, fileRequest, {
		...what,
		id: id ?? writer.newId(),
		voeux: [...what.voeux],
		shown: { ...what.shown, totals: [...what.shown.totals] }
	});

export const reopenMutation = (writer: Writer, id: string) =>
	perform(writer, reopenRequest, { id });
export const cancelMutation = (writer: Writer, id: string) =>
	perform(writer, cancelRequest, { id });

export const contestMutation = (
	writer: Writer,
	id: string,
	lines: readonly { readonly rule: string; readonly grounds: string }[]
) => perform(writer, contestBareme, { id, lines: [...lines] });

export const appealMutation = (writer: Writer, id: string, grounds: string) =>
	perform(writer, appealResult, { id, grounds });
