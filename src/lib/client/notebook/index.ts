export { holdNotebook } from './hold';
export { readMutation, writeMutation, type KeptMutation } from './kept-mutation';
export { eraseNotebook } from './notebook-database';
export { openNotebook, type PrivateNotebook } from './notebook.svelte';
