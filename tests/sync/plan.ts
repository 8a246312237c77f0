/** What may happen to three phones of one person: their writes, and everything that goes wrong. */
import * as fc from 'fast-check';

/**
 * What the network or the server does with the next exchange.
 * `late`: the request is lost for the phone, and reaches the server during a later exchange.
 */
export const faults = [
	'none',
	'request-lost',
	'answer-lost',
	'twice',
	'late',
	'server-dies',
	'captive-portal',
	'tab-dies'
] as const;
export type Fault = (typeof faults)[number];

export type Step =
	| { readonly do: 'report'; readonly device: number; readonly text: string }
	| { readonly do: 'note'; readonly device: number; readonly row: number; readonly text: string }
	| { readonly do: 'delete-note'; readonly device: number; readonly row: number }
	| { readonly do: 'plan'; readonly device: number; readonly row: number }
	| { readonly do: 'tick'; readonly device: number; readonly row: number; readonly done: boolean }
	| { readonly do: 'rename'; readonly device: number; readonly row: number; readonly text: string }
	| { readonly do: 'seen'; readonly device: number; readonly day: number }
	| { readonly do: 'prefer'; readonly device: number; readonly row: number }
	| { readonly do: 'sync'; readonly device: number; readonly fault: Fault }
	| { readonly do: 'sync-together' }
	| { readonly do: 'session'; readonly device: number; readonly is: 'mine' | 'ended' | 'another' }
	| { readonly do: 'rights'; readonly academie: '19' | '02' }
	| { readonly do: 'clock'; readonly device: number; readonly hours: number }
	| { readonly do: 'disk-full'; readonly device: number; readonly full: boolean }
	| { readonly do: 'restart'; readonly device: number }
	| { readonly do: 'choose'; readonly device: number; readonly keep: 'mine' | 'theirs' }
	| { readonly do: 'backup' }
	| { readonly do: 'restore' };

export const DEVICES = 3;
const device = fc.integer({ min: 0, max: DEVICES - 1 });
const row = fc.integer({ min: 0, max: 2 });
const text = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'b', 'é', ' x') });

const step = <Kind extends Step['do']>(
	kind: Kind,
	fields: { [Key in Exclude<keyof Extract<Step, { do: Kind }>, 'do'>]: fc.Arbitrary<unknown> }
): fc.Arbitrary<Step> => fc.record({ do: fc.constant(kind), ...fields }) as fc.Arbitrary<never>;

export const plan: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof(
		{ weight: 3, arbitrary: step('report', { device, text }) },
		{ weight: 6, arbitrary: step('note', { device, row, text }) },
		{ weight: 2, arbitrary: step('delete-note', { device, row }) },
		{ weight: 3, arbitrary: step('plan', { device, row }) },
		{ weight: 4, arbitrary: step('tick', { device, row, done: fc.boolean() }) },
		{ weight: 4, arbitrary: step('rename', { device, row, text }) },
		{ weight: 2, arbitrary: step('seen', { device, day: fc.integer({ min: 1, max: 28 }) }) },
		{ weight: 1, arbitrary: step('prefer', { device, row }) },
		{ weight: 14, arbitrary: step('sync', { device, fault: fc.constantFrom(...faults) }) },
		{ weight: 3, arbitrary: step('sync-together', {}) },
		{
			weight: 2,
			arbitrary: step('session', { device, is: fc.constantFrom('mine', 'ended', 'another') })
		},
		{ weight: 1, arbitrary: step('rights', { academie: fc.constantFrom('19', '02') }) },
		{ weight: 2, arbitrary: step('clock', { device, hours: fc.integer({ min: -72, max: 72 }) }) },
		{ weight: 1, arbitrary: step('disk-full', { device, full: fc.boolean() }) },
		{ weight: 2, arbitrary: step('restart', { device }) },
		{ weight: 2, arbitrary: step('choose', { device, keep: fc.constantFrom('mine', 'theirs') }) },
		{ weight: 1, arbitrary: step('backup', {}) },
		{ weight: 1, arbitrary: step('restore', {}) }
	),
	{ minLength: 5, maxLength: 45 }
);
