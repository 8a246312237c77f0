/** A page to read: no script of ours is needed. */
export const csr = false;
