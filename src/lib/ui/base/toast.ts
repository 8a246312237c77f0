import { createContext } from 'svelte';

/** Says in one short sentence that something has been done. */
export type ShowToast = (text: string) => void;

export const [toaster, provideToaster] = createContext<ShowToast>();
