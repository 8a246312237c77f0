/**
 * Effective-dated reference data. The career part is small and comes with the first page; académies,
 * mobility and notifications stand apart, so that they come only where they are asked for.
 */
import { compileCareer, type CareerData, type CareerReference } from '$lib/core/career';
import bonifications from './career/bonifications.json';
import classeExceptionnelle from './career/classe-exceptionnelle.json';
import agreges from './career/grilles/agreges.json';
import certifies from './career/grilles/certifies.json';
import chairesSuperieures from './career/grilles/chaires-superieures.json';
import contractuels from './career/grilles/contractuels.json';
import horsClasse from './career/hors-classe.json';
import mobilite from './career/mobilite.json';
import perspectives from './career/perspectives.json';
import point from './career/point-indice.json';
import reclassement from './career/reclassement.json';
import remuneration from './career/remuneration.json';
import rendezVous from './career/rendez-vous.json';
import retraite from './career/retraite.json';
import sources from './career/sources.json';
import seal from './career/VERSION.json';

/** As written in the files; `data:check` validates the shape that this cast takes for granted. */
export const careerData = {
	sources,
	grids: [certifies, agreges, chairesSuperieures, contractuels],
	point,
	rendezVous,
	bonifications,
	horsClasse,
	classeExceptionnelle,
	reclassement,
	remuneration,
	retraite,
	perspectives,
	mobilite
} as unknown as CareerData;

/** Version and sha256 of `careerData`, written by `npm run data:check`. */
export const careerSeal: { readonly version: string; readonly asOf: string; readonly sha256: string } =
	seal;

export const careerReference: CareerReference = /* @__PURE__ */ compileCareer(careerData, seal);
