import type { Explanation } from '$lib/core/reference';
import { createContext } from 'svelte';

/** Opens the page's « Pourquoi ? » sheet about one figure. */
export type OpenWhy = (subject: string, explanation: Explanation) => void;

export const [whySheet, provideWhySheet] = createContext<OpenWhy>();
