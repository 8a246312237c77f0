/**
 * From a paper photographed at an angle to a straight page. Points are in pixels of the photograph,
 * corners in the order top left, top right, bottom right, bottom left of the page to make.
 */
export interface Point {
	readonly x: number;
	readonly y: number;
}
export type Quad = readonly [Point, Point, Point, Point];
export interface Size {
	readonly width: number;
	readonly height: number;
}

export const wholeOf = ({ width, height }: Size): Quad => [
	{ x: 0, y: 0 },
	{ x: width, y: 0 },
	{ x: width, y: height },
	{ x: 0, y: height }
];

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** A page as large as the longest sides of the paper, within `longest` pixels. */
export function pageSize([a, b, c, d]: Quad, longest: number): Size {
	const width = Math.max(distance(a, b), distance(d, c));
	const height = Math.max(distance(a, d), distance(b, c));
	const scale = Math.min(1, longest / Math.max(width, height, 1));
	return {
		width: Math.max(1, Math.round(width * scale)),
		height: Math.max(1, Math.round(height * scale))
	};
}

/** Corners turn in one direction only: the shape is a page, not a bow tie. */
export function isPage(quad: Quad): boolean {
	const turns = quad.map((point, index) => {
		const next = quad[(index + 1) % 4]!;
		const after = quad[(index + 2) % 4]!;
		return (next.x - point.x) * (after.y - next.y) - (next.y - point.y) * (after.x - next.x);
	});
	return turns.every((turn) => turn > 0);
}

/** The page turned a quarter clockwise: its bottom left corner becomes the top left one. */
export const turned = ([a, b, c, d]: Quad): Quad => [d, a, b, c];

/**
 * The projection that sends the page onto the paper: `[a…h]` of
 * x′ = (a·x + b·y + c) / (g·x + h·y + 1), y′ = (d·x + e·y + f) / (g·x + h·y + 1).
 */
export type Projection = readonly [
	...[a: number, b: number, c: number, d: number],
	...[e: number, f: number, g: number, h: number]
];

/** From a page of that size to the four corners (Heckbert, square to quadrilateral). */
export function pageToPaper({ width, height }: Size, [p0, p1, p2, p3]: Quad): Projection {
	const [dx1, dx2] = [p1.x - p2.x, p3.x - p2.x];
	const [dy1, dy2] = [p1.y - p2.y, p3.y - p2.y];
	const [sx, sy] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y];
	const det = dx1 * dy2 - dx2 * dy1;
	const g = (sx * dy2 - dx2 * sy) / det;
	const h = (dx1 * sy - sx * dy1) / det;
	return [
		...([(p1.x - p0.x + g * p1.x) / width, (p3.x - p0.x + h * p3.x) / height, p0.x] as const),
		...([(p1.y - p0.y + g * p1.y) / width, (p3.y - p0.y + h * p3.y) / height, p0.y] as const),
		...([g / width, h / height] as const)
	];
}

export function project([a, b, c, d, e, f, g, h]: Projection, { x, y }: Point): Point {
	const w = g * x + h * y + 1;
	return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}
