/** The mobility part of the dated data, loaded on demand: never with a first page. */
import { compileMobility, type MobilityData, type MobilityReference } from '$lib/core/mobility';
import academies from '../academies/academies.json';
import premierDegre from './baremes/premier-degre-2025.json';
import secondDegre from './baremes/second-degre-2024.json';
import barres from './barres-inter.json';
import inter2024 from './campaigns/inter-2024.json';
import inter2025 from './campaigns/inter-2025.json';
import inter2026 from './campaigns/inter-2026.json';
import inter2027 from './campaigns/inter-2027.json';
import interdepartemental2025 from './campaigns/interdepartemental-2025.json';
import interdepartemental2026 from './campaigns/interdepartemental-2026.json';
import interdepartemental2027 from './campaigns/interdepartemental-2027.json';
import departements from './departements.json';
import pieces from './pieces.json';
import sources from './sources.json';
import seal from './VERSION.json';

/** As written in the files; `data:check` validates the shape that this cast takes for granted. */
export const mobilityData = {
	sources,
	campaigns: [
		inter2024,
		inter2025,
		inter2026,
		inter2027,
		interdepartemental2025,
		interdepartemental2026,
		interdepartemental2027
	],
	baremes: [secondDegre, premierDegre],
	academies,
	departements,
	barres,
	pieces
} as unknown as MobilityData;

/** Version and sha256 of `mobilityData`, written by `npm run data:check`. */
export const mobilitySeal: {
	readonly version: string;
	readonly asOf: string;
	readonly sha256: string;
} = seal;

export const mobilityReference: MobilityReference = /* @__PURE__ */ compileMobility(
	mobilityData,
	seal.version
);
