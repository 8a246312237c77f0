/** Series differ by their stroke as well as by their colour. */
const dashes: readonly (string | undefined)[] = [undefined, '6 5', '2 4'];

export const dashOf = (index: number): string | undefined => dashes[index % dashes.length];
