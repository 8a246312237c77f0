/**
 * What the owner of a request may do without the network. The phone keeps the act and shows that it
 * waits; only the server, at its own time, makes it true.
 */
import * as v from 'valibot';
import { mutator, type Mutator } from '../shared';
import { answersSchema } from './mutation-draft';
import { emptyAnswers, type Answers } from './answers';
import { requestFileEntity, type RequestFile } from './request-file';
import type { RequestAction } from './request-transitions';

const uuid = v.pipe(v.string(), v.uuid());
const place = v.pipe(v.string(), v.nonEmpty(), v.maxLength(40));
const prose = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(2000));

const waits = (file: RequestFile, act: RequestAction): RequestFile => ({
	...file,
	waiting: [...(file.waiting ?? []).filter((one) => one !== act), act]
});

/** What the phone shows of a first deposit, which the server has not seen. */
const notFiled = (id: string, campaign: string): RequestFile => ({
	...{ id, campaign, number: 0, state: 'brouillon', answers: emptyAnswers(), voeux: [] },
	...{ history: [], receipts: [], initial: null, final: null, contests: [], pieces: [] },
	result: null
});

export const fileRequest = mutator({
	kind: 'mutation-request.file',
	policy: 'append',
	entity: requestFileEntity,
	args: v.strictObject({
		id: uuid,
		campaign: uuid,
		answers: answersSchema,
		voeux: v.pipe(v.array(place), v.minLength(1), v.maxLength(40)),
		/** What the person had under their eyes: rules used, and the score of each wish. */
		shown: v.strictObject({
			version: v.pipe(v.string(), v.maxLength(60)),
			totals: v.pipe(v.array(v.number()), v.maxLength(40))
		})
	}),
	idOf: ({ id }) => id,
	apply: (current: RequestFile | null, { id, campaign, answers, voeux }): RequestFile => ({
		...waits(current ?? notFiled(id, campaign), 'deposer'),
		answers: { ...emptyAnswers(), ...answers } as Answers,
		voeux
	})
});

const actOn = <Extra extends v.ObjectEntries>(kind: string, act: RequestAction, extra: Extra) =>
	mutator({
		kind: `mutation-request.${kind}`,
		policy: 'append' as const,
		entity: requestFileEntity,
		args: v.strictObject({ id: uuid, ...extra }),
		needsRow: true,
		idOf: (args) => (args as unknown as { id: string }).id,
		apply: (current: RequestFile | null): RequestFile | null => current && waits(current, act)
	});

export const reopenRequest = actOn('reopen', 'modifier', {});
export const cancelRequest = actOn('cancel', 'annuler', {});
export const contestBareme = actOn('contest', 'contester', {
	lines: v.pipe(
		v.array(v.strictObject({ rule: v.pipe(v.string(), v.maxLength(60)), grounds: prose })),
		v.minLength(1),
		v.maxLength(30)
	)
});
export const appealResult = actOn('appeal', 'faire-recours', { grounds: prose });

export const requestActs = [
	fileRequest,
	reopenRequest,
	cancelRequest,
	contestBareme,
	appealResult
] as unknown as readonly Mutator[];
