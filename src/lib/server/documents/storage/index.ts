export type { BlobStore } from './blob-store';
export { fileStore } from './file-store';
export { s3Store, type S3Settings } from './s3-store';
export { keyRing, rewrap, seal, unseal, type KeyRing } from './envelope';
export { openVault, type Place, type Vault } from './vault';
export { within } from './within';
