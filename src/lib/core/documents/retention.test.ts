import { documentsReference as reference } from '$lib/data/documents';
import { addDays, civilDate, toDayNumber, type CivilDate } from '../shared';
import { describe, expect, test } from 'vitest';
import { destroyedBy, planPurge, retentionOf, typeOf, type KeptPiece } from '.';

const day = civilDate;
const type = (id: string) => typeOf(reference, id)!;

describe('a piece is kept', () => {
	const kept = (id: string, campaigns: (string | null)[]) =>
		retentionOf(reference, type(id), {
			depositedOn: day('2026-11-22'),
			campaigns: campaigns as (CivilDate | null)[]
		});

	test('ten years after the last campaign it was filed for', () => {
		expect(kept('livret-famille', ['2027-08-31', '2029-08-31']).until).toBe('2039-08-31');
	});

	test('without a term while a campaign goes on', () => {
		const { until, why } = kept('livret-famille', ['2027-08-31', null]);
		expect(until).toBeNull();
		expect(why.inputs).toContainEqual({ label: 'Fin de la campagne', value: 'pas encore connue' });
	});

	test('from its deposit when it was filed for none', () => {
		expect(kept('livret-famille', []).until).toBe('2036-11-22');
		expect(kept('changement-adresse', ['2031-08-31']).until).toBe('2036-11-22');
	});

	test('a shorter time when it is medical, and says that this is to be confirmed', () => {
		const { until, why } = kept('piece-medicale', ['2027-08-31']);
		expect(until).toBe('2029-08-31');
		expect(why.confidence).toBe('non-verifiee');
		expect(why.text).toContain('confirmer');
	});
});

test('a plan names what is due, and holds or awaits the archives without destroying', () => {
	const piece = (id: string, changes: Partial<KeptPiece> = {}): KeptPiece => ({
		...{ id, type: 'autre', depositedOn: day('2010-01-01'), campaigns: [], held: false },
		...changes
	});
	const sorted = {
		...reference,
		retention: reference.retention.map((line) => ({
			...line,
			rules: line.rules.map((rule) => ({
				...rule,
				value: { ...rule.value, value: { ...rule.value.value, fate: 'tri' as const } }
			}))
		}))
	};
	const pieces = [piece('a'), piece('b', { held: true }), piece('c', { type: 'unknown-type' })];
	const plan = planPurge(reference, pieces, day('2026-11-22'));
	expect(plan.ends.map(({ id }) => id)).toEqual(['a', 'b']);
	expect(destroyedBy(plan)).toEqual(['a']);
	expect(destroyedBy(planPurge(sorted, pieces, day('2026-11-22')))).toEqual([]);
});

/**
 * Ninety years, one purge a day. The expected last day is reckoned here in another way, on whole
 * calendars, so that the engine is not its own judge.
 */
test('over 90 simulated years nothing goes a day early nor a day late', () => {
	let seed = 20_261_122;
	const random = (below: number) => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	const start = day('2024-01-01');
	const end = day('2114-01-01');
	const lastDayAfter = (from: CivilDate, years: number): CivilDate => {
		const same = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
		const exists = new Date(`${same}T00:00:00Z`).toISOString().startsWith(same);
		return (exists ? same : `${same.slice(0, 8)}28`) as CivilDate;
	};

	interface Simulated extends KeptPiece {
		readonly closesOn: CivilDate | null;
		readonly heldUntil: CivilDate | null;
		readonly lastDay: CivilDate;
	}
	const types = ['livret-famille', 'piece-medicale', 'changement-adresse'];
	const years: Record<string, number> = {
		'livret-famille': 10,
		'piece-medicale': 2,
		'changement-adresse': 10
	};
	const simulated: Simulated[] = Array.from({ length: 400 }, (_, n) => {
		const kind = types[random(3)]!;
		// The last days of February as often as the others put together.
		const anyDay = addDays(start, random(365 * 76));
		const depositedOn = n % 2 ? anyDay : (`${anyDay.slice(0, 4)}-02-28` as CivilDate);
		const closesOn =
			kind === 'changement-adresse' || random(4) === 0 ? null : addDays(depositedOn, random(500));
		const counted = closesOn ?? depositedOn;
		const term = lastDayAfter(counted, years[kind]!);
		const heldUntil = random(10) === 0 ? addDays(term, random(800)) : null;
		return {
			...{ id: String(n), type: kind, depositedOn, campaigns: [], held: false },
			...{ closesOn, heldUntil, lastDay: heldUntil ?? term }
		};
	});

	const asOf = (piece: Simulated, today: CivilDate): KeptPiece => ({
		...piece,
		campaigns: piece.closesOn ? [piece.closesOn <= today ? piece.closesOn : null] : [],
		held: piece.heldUntil !== null && today <= piece.heldUntil
	});
	const goneOn = new Map<string, CivilDate>();
	let waiting = [...simulated].sort((a, b) => (a.depositedOn < b.depositedOn ? -1 : 1));
	let living: Simulated[] = [];
	for (let today = start; today < end; today = addDays(today, 1)) {
		while (waiting[0] && waiting[0].depositedOn <= today) living.push(waiting.shift()!);
		const plan = planPurge(
			reference,
			living.map((piece) => asOf(piece, today)),
			today
		);
		for (const id of destroyedBy(plan)) goneOn.set(id, today);
		if (plan.ends.length > 0) living = living.filter(({ id }) => !goneOn.has(id));
	}
	waiting = simulated.filter(({ id }) => !goneOn.has(id));
	expect(waiting.map(({ lastDay }) => lastDay)).toEqual([]);
	const offBy = simulated.map(
		({ id, lastDay }) => toDayNumber(goneOn.get(id)!) - toDayNumber(lastDay) - 1
	);
	expect({
		early: offBy.filter((days) => days < 0).length,
		late: offBy.filter((days) => days > 0).length,
		purged: offBy.length
	}).toEqual({ early: 0, late: 0, purged: 400 });
});
