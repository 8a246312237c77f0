export { keepDrafts, registerDraft } from './drafts';
export { FormDraft } from './form-draft.svelte';
