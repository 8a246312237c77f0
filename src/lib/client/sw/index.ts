export { appUpdate } from './app-update.svelte';
export { installation, type InstallState } from './install.svelte';
