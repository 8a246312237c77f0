/** The académies of France. Apart from the career data: no screen needs them to open. */
import type { AcademieData } from '$lib/core/institution';
import file from './academies.json';

/** The thirty académies and their départements; `academies.json` says where each fact comes from. */
export const academies: readonly AcademieData[] = file.academies;
