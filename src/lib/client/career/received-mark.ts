/** Says, without opening anything, that newer rules wait in their database. */
const KEY = 'carnet.regles';

export const haveRulesBeenReceived = (): boolean => localStorage.getItem(KEY) !== null;

export const markRulesReceived = (version: string): void => localStorage.setItem(KEY, version);
