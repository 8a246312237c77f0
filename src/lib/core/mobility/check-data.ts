/** What the shape alone cannot say of the mobility data: references that lead somewhere, order, symmetry. */
import * as v from 'valibot';
import { mobilityDataSchema } from './mobility-data.schema';

type Data = v.InferOutput<typeof mobilityDataSchema>;
type Report = (problem: string) => void;

function checkBareme(bareme: Data['baremes'][number], report: Report) {
	const rules = new Set<string>();
	const known = new Set(bareme.sources.map((source) => source.id));
	for (const rule of bareme.rules) {
		const where = `${bareme.id} ${rule.id}`;
		if (rules.has(rule.id)) report(`${where}: written twice`);
		for (const id of rule.sources) if (!known.has(id)) report(`${where}: source ${id} unknown`);
		const predicates = [
			...(rule.claim ?? []),
			...(rule.when ?? []),
			...rule.cases.flatMap((one) => one.when ?? [])
		];
		for (const predicate of predicates) {
			if (!('counts' in predicate)) continue;
			// A predicate on other rules reads what they gave: they must come first.
			for (const id of predicate.counts) {
				if (!rules.has(id)) report(`${where}: rests on ${id}, which does not come before it`);
			}
		}
		for (const { amounts } of rule.cases) {
			for (const amount of amounts) {
				if (!('rows' in amount)) continue;
				const keys = amount.rows.map((row) => ('at' in row ? row.at : row.from));
				if (keys.some((key, i) => i > 0 && key <= keys[i - 1]!)) {
					report(`${where}: a table is not in ascending order`);
				}
			}
		}
		rules.add(rule.id);
	}
	const named = [
		...bareme.exclusions.flatMap(({ a, b }) => [a, ...b]),
		...bareme.groups.flatMap((group) => group.bundles.flat())
	];
	for (const id of named) if (!rules.has(id)) report(`${bareme.id}: rule ${id} does not exist`);
	for (const id of [...bareme.maxWishes.sources, ...(bareme.extension?.sources ?? [])]) {
		if (!known.has(id)) report(`${bareme.id}: source ${id} unknown`);
	}
}

function checkCampaigns({ campaigns, baremes, sources }: Data, report: Report) {
	const known = new Set(sources.map((source) => source.id));
	for (const campaign of campaigns) {
		if (campaign.id !== `${campaign.movement}-${campaign.year}`) {
			report(`${campaign.id}: its name is not its movement and year`);
		}
		const bareme = baremes.find((one) => one.id === campaign.bareme);
		if (campaign.bareme !== null && bareme?.movement !== campaign.movement) {
			report(`${campaign.id}: barème ${campaign.bareme} is not of this movement`);
		}
		if ((campaign.bareme === null) !== (campaign.dates === null)) {
			report(`${campaign.id}: rules and reference dates go together`);
		}
		for (const id of [...campaign.texts, ...campaign.phases.flatMap((phase) => phase.sources)]) {
			if (!known.has(id)) report(`${campaign.id}: source ${id} unknown`);
		}
		for (const { id, from, to } of campaign.phases) {
			if (from !== null && to !== null && to < from) report(`${campaign.id} ${id}: ends first`);
		}
	}
}

function checkGeography({ academies: { academies }, departements }: Data, report: Report) {
	const byCode = new Map(academies.map((academie) => [academie.code, academie]));
	for (const { code, name, neighbours, neighboursOverSea } of academies) {
		for (const other of neighbours) {
			if (!byCode.get(other)?.neighbours.includes(code)) report(`${name}: ${other} disagrees`);
		}
		for (const other of neighboursOverSea) {
			if (!byCode.get(other)?.neighboursOverSea.includes(code)) {
				report(`${name}: ${other} disagrees over sea`);
			}
		}
	}
	const codes = new Set(academies.flatMap(({ departements: all }) => all.map(({ code }) => code)));
	for (const code of codes) {
		if (!departements.neighbours[code]) report(`département ${code} has no line`);
	}
	for (const [code, others] of Object.entries(departements.neighbours)) {
		for (const other of others) {
			if (!departements.neighbours[other]?.includes(code)) report(`${code}: ${other} disagrees`);
		}
	}
}

function checkPieces({ pieces, baremes }: Data, report: Report) {
	const sources = new Set(pieces.sources.map((source) => source.id));
	const known = new Set(pieces.items.map((piece) => piece.id));
	for (const piece of pieces.items) {
		for (const id of piece.sources)
			if (!sources.has(id)) report(`${piece.id}: source ${id} unknown`);
	}
	for (const { id, pieces: needed } of baremes.flatMap((bareme) => bareme.rules)) {
		for (const piece of needed) if (!known.has(piece)) report(`${id}: piece ${piece} unknown`);
	}
}

/** Problems found, none when the data can be sealed. */
export function checkMobilityData(input: unknown): string[] {
	const parsed = v.safeParse(mobilityDataSchema, input);
	if (!parsed.success) {
		return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
	}
	const problems: string[] = [];
	const report = (problem: string) => problems.push(problem);
	for (const bareme of parsed.output.baremes) checkBareme(bareme, report);
	checkCampaigns(parsed.output, report);
	checkGeography(parsed.output, report);
	checkPieces(parsed.output, report);
	const names = new Set(parsed.output.academies.academies.map(({ name }) => name));
	for (const { code, rows } of parsed.output.barres.disciplines) {
		for (const { academie } of rows) {
			if (!names.has(academie)) report(`barres ${code}: ${academie} is not an académie`);
		}
	}
	return problems;
}
