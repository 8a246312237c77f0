import { mobilityReference } from '$lib/data/mobility';
import { expect, test } from 'vitest';
import { proposedWindows, readWallText, wallText } from './proposed-windows';

const inter2026 = mobilityReference.campaigns.find(({ id }) => id === 'inter-2026')!;

test('the windows of the next year open and close on the same days of the week, at noon in Paris', () => {
	const { saisie, recours } = proposedWindows(inter2026, 2027);
	expect(wallText(saisie.from)).toBe('2026-11-04T12:00');
	expect(wallText(saisie.to)).toBe('2026-11-25T12:00');
	expect(wallText(recours.from)).toBe('2027-03-10T00:00');
});

test('what a field says is read in Paris, in winter and in summer', () => {
	expect(readWallText('2026-11-25T12:00')).toBe('2026-11-25T11:00:00.000Z');
	expect(readWallText('2027-05-10T12:00')).toBe('2027-05-10T10:00:00.000Z');
	expect(readWallText('')).toBeNull();
});

test('every campaign of the data proposes windows, those whose dates are known to the month included', () => {
	for (const campaign of mobilityReference.campaigns) {
		for (const { from, to } of Object.values(proposedWindows(campaign, 2027))) {
			for (const instant of [from, to])
				expect(instant === null || Number.isFinite(Date.parse(instant!)), campaign.id).toBe(true);
		}
	}
});

test.each(['2026-13-01T10:00', '2027-02-29T10:00', '', 'demain'])(
	'%j is not an instant',
	(typed) => {
		expect(readWallText(typed)).toBeNull();
	}
);
