/** `npm run data:check`: validates the dated data and reseals each part whose content changed. */
import { checkCareerData, checkStatistics } from '$lib/core/career';
import { checkDocumentsData } from '$lib/core/documents';
import { checkMobilityData } from '$lib/core/mobility';
import { careerData, careerSeal } from '$lib/data';
import { documentsData, documentsSeal } from '$lib/data/documents';
import { mobilityData, mobilitySeal } from '$lib/data/mobility';
import { statistics, statisticsSeal } from '$lib/data/statistics';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const parts = [
	{ name: 'career', data: careerData as unknown, seal: careerSeal, check: checkCareerData },
	{ name: 'mobility', data: mobilityData as unknown, seal: mobilitySeal, check: checkMobilityData },
	{
		name: 'documents',
		data: documentsData as unknown,
		seal: documentsSeal,
		check: checkDocumentsData
	},
	{
		name: 'statistics',
		data: statistics as unknown,
		seal: statisticsSeal,
		check: checkStatistics
	}
];

for (const { name, data, seal, check } of parts) {
	const problems = check(data);
	for (const problem of problems) process.stderr.write(`${name}: ${problem}\n`);
	if (problems.length > 0) {
		process.exitCode = 1;
		continue;
	}
	const sha256 = createHash('sha256').update(JSON.stringify(data)).digest('hex');
	const version = `${seal.asOf}-${sha256.slice(0, 8)}`;
	if (sha256 !== seal.sha256)
		writeFileSync(
			`src/lib/data/${name}/VERSION.json`,
			`${JSON.stringify({ version, asOf: seal.asOf, sha256 }, null, '\t')}\n`
		);
	process.stdout.write(
		`${name}: ${version}, ${sha256 === seal.sha256 ? 'unchanged' : 'resealed'}\n`
	);
}
