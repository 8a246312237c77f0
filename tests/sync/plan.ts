/** What may happen to three phones of one person: their writes, and everything that goes wrong. */
import * as fc from 'fast-check';

/**
 * What the network or the server does with an exchange, from one of its requests on.
 * `late`: the request is lost for the phone, and reaches the server during a later exchange.
 * `stops-midway`: the server applies some of the batch, then can do no more.
 */
export const faults = [
	'none',
	'request-lost',
	'answer-lost',
	'twice',
	'late',
	'server-dies',
	'stops-midway',
	'captive-portal',
	'tab-dies'
] as const;
export type Fault = (typeof faults)[number];

export type Write =
	| { readonly do: 'report'; readonly device: number; readonly text: string }
	| { readonly do: 'note'; readonly device: number; readonly row: number; readonly text: string }
	| { readonly do: 'delete-note'; readonly device: number; readonly row: number }
	| { readonly do: 'plan'; readonly device: number; readonly row: number }
	| { readonly do: 'tick'; readonly device: number; readonly row: number; readonly done: boolean }
	| { readonly do: 'rename'; readonly device: number; readonly row: number; readonly text: string }
	| { readonly do: 'seen'; readonly device: number; readonly day: number }
	| { readonly do: 'prefer'; readonly device: number; readonly row: number };

export interface Exchange {
	readonly do: 'sync';
	readonly device: number;
	readonly fault: Fault;
	/** Requests (or rows, for `stops-midway`) that go well before the fault. */
	readonly after: number;
	/** What the person writes on that phone while the server is answering. */
	readonly meanwhile: readonly Write[];
}

export type Step =
	| Write
	| Exchange
	| { readonly do: 'sync-together' }
	| { readonly do: 'session'; readonly device: number; readonly is: 'mine' | 'ended' | 'another' }
	| { readonly do: 'rights'; readonly are: 'whole' | 'moved' | 'no-record' }
	| { readonly do: 'clock'; readonly device: number; readonly hours: number }
	/** So many more rows fit on its disk; null once there is room again. */
	| { readonly do: 'disk-full'; readonly device: number; readonly room: number | null }
	| { readonly do: 'restart'; readonly device: number }
	| { readonly do: 'choose'; readonly device: number; readonly keep: 'mine' | 'theirs' }
	| { readonly do: 'backup' }
	| { readonly do: 'restore' };

export const DEVICES = 3;
export const anyDevice = fc.integer({ min: 0, max: DEVICES - 1 });
const row = fc.integer({ min: 0, max: 1 });
const text = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'b', 'é', ' x') });

const step = <Kind extends Step['do']>(
	kind: Kind,
	fields: { [Key in Exclude<keyof Extract<Step, { do: Kind }>, 'do'>]: fc.Arbitrary<unknown> }
): fc.Arbitrary<Extract<Step, { do: Kind }>> =>
	fc.record({ do: fc.constant(kind), ...fields }) as fc.Arbitrary<never>;

export const writeOn = (device: fc.Arbitrary<number>): fc.Arbitrary<Write> =>
	fc.oneof(
		{ weight: 3, arbitrary: step('report', { device, text }) },
		{ weight: 6, arbitrary: step('note', { device, row, text }) },
		{ weight: 2, arbitrary: step('delete-note', { device, row }) },
		{ weight: 3, arbitrary: step('plan', { device, row }) },
		{ weight: 4, arbitrary: step('tick', { device, row, done: fc.boolean() }) },
		{ weight: 4, arbitrary: step('rename', { device, row, text }) },
		{ weight: 2, arbitrary: step('seen', { device, day: fc.integer({ min: 1, max: 28 }) }) },
		{ weight: 1, arbitrary: step('prefer', { device, row }) }
	);

const clockOn = (device: fc.Arbitrary<number>) =>
	step('clock', { device, hours: fc.integer({ min: -72, max: 72 }) });

const exchangeOf = (device: fc.Arbitrary<number>): fc.Arbitrary<Exchange> =>
	device.chain((index) =>
		step('sync', {
			device: fc.constant(index),
			fault: fc.constantFrom(...faults),
			after: fc.integer({ min: 0, max: 3 }),
			meanwhile: fc.array(writeOn(fc.constant(index)), { maxLength: 2 })
		})
	);

/** One person bent over one phone: several writes, its clock put right, then an exchange. */
const spell: fc.Arbitrary<Step[]> = anyDevice.chain((index) => {
	const device = fc.constant(index);
	const write = { weight: 4, arbitrary: writeOn(device) };
	const clock = { weight: 1, arbitrary: clockOn(device) };
	return fc
		.tuple(
			fc.array(fc.oneof(write, clock), { minLength: 2, maxLength: 4, size: 'max' }),
			exchangeOf(device)
		)
		.map(([before, exchange]) => [...before, exchange]);
});

const device = anyDevice;
const alone: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 16, arbitrary: writeOn(device) },
	{ weight: 12, arbitrary: exchangeOf(device) },
	{ weight: 3, arbitrary: step('sync-together', {}) },
	{
		weight: 2,
		arbitrary: step('session', { device, is: fc.constantFrom('mine', 'ended', 'another') })
	},
	{
		weight: 2,
		arbitrary: step('rights', { are: fc.constantFrom('whole', 'moved', 'no-record') })
	},
	{ weight: 2, arbitrary: clockOn(device) },
	{
		weight: 2,
		arbitrary: step('disk-full', { device, room: fc.option(fc.nat({ max: 3 }), { freq: 2 }) })
	},
	{ weight: 2, arbitrary: step('restart', { device }) },
	{ weight: 2, arbitrary: step('choose', { device, keep: fc.constantFrom('mine', 'theirs') }) },
	{ weight: 2, arbitrary: step('backup', {}) },
	{ weight: 2, arbitrary: step('restore', {}) }
);

export const plan: fc.Arbitrary<Step[]> = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: alone.map((only): Step[] => [only]) },
			{ weight: 1, arbitrary: spell }
		),
		// Without a size fast-check would hardly ever draw long plans.
		{ minLength: 5, maxLength: 25, size: 'max' }
	)
	.map((parts) => parts.flat());
