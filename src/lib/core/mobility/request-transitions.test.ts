import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles } from '../identity';
import {
	requestStates,
	stateFaces,
	statusColours,
	type CampaignWindows,
	type RequestState
} from './request-status';
import {
	actionsFor,
	advance,
	handOf,
	requestActions,
	transitions,
	type Hand
} from './request-transitions';
import { whatNext } from './what-next';

const day = (text: string) => new Date(`${text}T11:00:00Z`);
const windows: CampaignWindows = {
	saisie: { from: day('2025-11-05'), to: day('2025-11-26') },
	confirmation: { from: day('2025-11-05'), to: day('2025-12-05') },
	contestation: { from: day('2026-01-14'), to: day('2026-01-28') },
	annulation: { from: day('2025-11-05'), to: day('2026-02-06') },
	recours: { from: day('2026-03-11'), to: day('2026-05-11') }
};

/** Written apart from the table: every legal step, by whom, and between which days. */
const legal: Record<string, [Hand, string, string]> = {
	'brouillon>voeux-valides': ['owner', '2025-11-05', '2025-11-26'],
	'voeux-valides>brouillon': ['owner', '2025-11-05', '2025-11-26'],
	'confirmation-a-signer>brouillon': ['owner', '2025-11-05', '2025-11-26'],
	'voeux-valides>confirmation-a-signer': ['owner', '2025-11-05', '2025-11-26'],
	'confirmation-a-signer>transmise': ['owner', '2025-11-05', '2025-12-05'],
	'transmise>pieces-verifiees': ['gestionnaire', '2020-01-01', '2030-01-01'],
	'pieces-verifiees>transmise': ['gestionnaire', '2020-01-01', '2030-01-01'],
	'pieces-verifiees>bareme-initial': ['gestionnaire', '2020-01-01', '2030-01-01'],
	'bareme-initial>contestation': ['owner', '2026-01-14', '2026-01-28'],
	'bareme-initial>bareme-definitif': ['gestionnaire', '2026-01-28', '2030-01-01'],
	'contestation>bareme-definitif': ['gestionnaire', '2020-01-01', '2030-01-01'],
	'bareme-definitif>commission': ['gestionnaire', '2020-01-01', '2030-01-01'],
	'commission>resultat': ['gestionnaire', '2020-01-01', '2030-01-01'],
	'resultat>recours': ['owner', '2026-03-11', '2026-05-11']
};
const cancellable = requestStates.slice(0, 8);

function isLegal(from: RequestState, to: RequestState, hand: Hand | null, at: Date): boolean {
	if (to === 'annulee') {
		const byOwner = hand === 'owner' && cancellable.includes(from);
		const late = hand === 'system' && from === 'confirmation-a-signer';
		if (late) return at >= day('2025-12-05');
		return byOwner && at >= day('2025-11-05') && at < day('2026-02-06');
	}
	const rule = legal[`${from}>${to}`];
	return rule !== undefined && hand === rule[0] && at >= day(rule[1]) && at < day(rule[2]);
}

const hands = fc.oneof(
	fc
		.record({ role: fc.constantFrom(...roles), owner: fc.boolean() })
		.map(({ role, owner }) => handOf(role, owner)),
	fc.constant<Hand>('system')
);
interface Step {
	action: (typeof requestActions)[number];
	hand: Hand | null;
	hours: number;
	likely: boolean;
	pick: number;
}
const step: fc.Arbitrary<Step> = fc.record({
	action: fc.constantFrom(...requestActions),
	hand: hands,
	hours: fc.nat({ max: 150 }),
	/** Half of the steps try a move the table knows, so that histories go far. */
	likely: fc.boolean(),
	pick: fc.nat()
});

function aim({ action, hand, likely, pick }: Step, state: RequestState) {
	const known = requestActions.filter(
		(one) => transitions[one].from.includes(state) && transitions[one].to !== 'annulee'
	);
	const chosen = known[pick % known.length];
	return likely && chosen ? { action: chosen, hand: transitions[chosen].by } : { action, hand };
}

describe('the life of a request', () => {
	test('knows no illegal step in 10,000 random histories by every role', () => {
		const reached = new Set<RequestState>();
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 100, size: 'max' }), (steps) => {
				let state: RequestState = 'brouillon';
				let at = day('2025-10-30');
				for (const one of steps) {
					at = new Date(at.getTime() + one.hours * 3_600_000);
					const { action, hand } = aim(one, state);
					const next = advance(state, action, hand, at, windows);
					if (!next.ok) continue;
					if (!isLegal(state, next.value, hand, at)) {
						throw new Error(`${hand} took ${state} to ${next.value} on ${at.toISOString()}`);
					}
					state = next.value;
					reached.add(state);
				}
			}),
			{ numRuns: 10_000 }
		);
		expect([...reached].sort()).toEqual([...requestStates].sort());
	});

	test('goes from the draft to the appeal when each does their part in time', () => {
		const history: [string, (typeof requestActions)[number], Hand][] = [
			['2025-11-10', 'valider-les-voeux', 'owner'],
			['2025-11-20', 'deposer', 'owner'],
			['2025-12-01', 'signer', 'owner'],
			['2025-12-10', 'verifier-les-pieces', 'gestionnaire'],
			['2026-01-14', 'afficher-le-bareme', 'gestionnaire'],
			['2026-01-20', 'contester', 'owner'],
			['2026-01-25', 'repondre-a-la-contestation', 'gestionnaire'],
			['2026-02-10', 'passer-en-commission', 'gestionnaire'],
			['2026-03-11', 'publier-le-resultat', 'gestionnaire'],
			['2026-03-20', 'faire-recours', 'owner']
		];
		let state: RequestState = 'brouillon';
		for (const [on, action, hand] of history) {
			const next = advance(state, action, hand, day(on), windows);
			expect(next, action).toMatchObject({ ok: true });
			if (next.ok) state = next.value;
		}
		expect(state).toBe('recours');
	});

	test('the closing minute belongs to nobody: noon is already closed', () => {
		const closing = windows.saisie.to!;
		const before = new Date(closing.getTime() - 1);
		expect(advance('voeux-valides', 'deposer', 'owner', before, windows).ok).toBe(true);
		expect(advance('voeux-valides', 'deposer', 'owner', closing, windows)).toMatchObject({
			error: { code: 'mobility.window-closed', meta: { fenetre: 'saisie', close: true } }
		});
	});

	test('a window without dates lets nobody through', () => {
		const none = { from: null, to: null };
		const unknown = { ...windows, saisie: none };
		expect(actionsFor('brouillon', 'owner', day('2025-11-10'), unknown)).toEqual(['annuler']);
	});

	test('every state has a face and says what comes next', () => {
		for (const state of requestStates) {
			const { colour, label } = stateFaces[state];
			expect(label).not.toBe('');
			expect(colour === null || statusColours.includes(colour)).toBe(true);
			expect(whatNext(state, windows, day('2025-11-10')).text).toMatch(/\.$/);
		}
	});
});
