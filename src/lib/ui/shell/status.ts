import { createContext, type Snippet } from 'svelte';

/** What the shell draws beside the title of each page. */
export const [shellStatus, provideShellStatus] = createContext<() => Snippet | undefined>();
