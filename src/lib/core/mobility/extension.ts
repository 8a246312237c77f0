/**
 * Extension: when no wish of someone who must take part is satisfied, other académies are tried with
 * the lowest of the wishes' scores, once the bonuses tied to one wish are taken off. A wish added
 * without the family bonus can therefore lower the score of the whole request: we name it.
 */
import { weakest, type Confidence } from '../reference';
import { roundPoints } from './amount';
import type { Bareme } from './campaign';
import type { RunningCampaign } from './resolve';
import type { Rule } from './rule';
import type { Extension, Line, VoeuScore } from './score';

interface Kept {
	readonly voeu: string;
	readonly points: number;
	readonly lines: readonly Line[];
}

function keep(score: VoeuScore, rules: ReadonlyMap<string, Rule>): Kept {
	const lines = score.lines.filter((line) => rules.get(line.rule)?.extension.startsWith('gardee'));
	const points = roundPoints(lines.reduce((sum, line) => sum + line.points, 0));
	return { voeu: score.voeu, points, lines };
}

const lowest = (scores: readonly Kept[]) =>
	scores.reduce<Kept | null>((low, kept) => (low && low.points <= kept.points ? low : kept), null);

/** Lines kept or removed without a text that says so: the whole figure is to be confirmed. */
const doubtful = (scores: readonly VoeuScore[], rules: ReadonlyMap<string, Rule>) =>
	scores.some((score) =>
		score.lines.some((line) => rules.get(line.rule)?.extension.endsWith('a-confirmer'))
	);

function sentence(low: Kept, without: Kept | null): string {
	const start = `L’extension se fait avec le barème le plus faible de vos vœux, sans les points liés à un vœu\u202f: ici celui du vœu ${low.voeu}.`;
	if (!without || without.points <= low.points) return start;
	const gain = String(without.points).replace('.', ',');
	return `${start} Sans ce vœu, elle se ferait avec ${gain}\u00a0points.`;
}

export function extensionOf(
	scores: readonly VoeuScore[],
	rules: ReadonlyMap<string, Rule>,
	{ bareme, campaign }: { bareme: Bareme; campaign: RunningCampaign }
): Extension | null {
	if (!bareme.extension) return null;
	const kept = scores.map((score) => keep(score, rules));
	const low = lowest(kept);
	if (!low) return null;
	const without = lowest(kept.filter((other) => other.voeu !== low.voeu));
	const confidences: Confidence[] = low.lines.map((line) => line.why.confidence);
	if (doubtful(scores, rules)) confidences.push('non-verifiee');
	const sources = bareme.sources.filter(({ id }) => bareme.extension!.sources.includes(id));
	return {
		points: low.points,
		lines: low.lines,
		weakest: low.voeu,
		without: without && without.points > low.points ? without.points : null,
		why: {
			rule: 'extension',
			text: sentence(low, without),
			inputs: low.lines.map((line) => ({
				label: line.label,
				value: String(line.points).replace('.', ',')
			})),
			sources,
			confidence: weakest(bareme.extension.confidence, ...confidences),
			at: campaign.dates.anciennetePoste.value
		}
	};
}
