export { keepDrafts, registerDraft } from './drafts';
