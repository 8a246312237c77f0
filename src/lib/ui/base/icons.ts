/** The product's own line icons on a 24 × 24 grid: one path each, drawn with a round 1.9 stroke. */
const circle = (cx: number, cy: number, r: number) =>
	`M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

export const icons = {
	home: 'M3 11 12 4l9 7M5 10v10h14V10M10 20v-6h4v6',
	stairs: 'M3 20h4.5v-4.5H12V11h4.5V6.5H21',
	map: `M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21Z${circle(12, 9.5, 2.5)}`,
	mail: 'M5.5 5h13A2.5 2.5 0 0 1 21 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5v-9A2.5 2.5 0 0 1 5.5 5ZM4 7l8 6 8-6',
	more: `${circle(5, 12, 1.2)}${circle(12, 12, 1.2)}${circle(19, 12, 1.2)}`,
	bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15ZM10 20.5a2.2 2.2 0 0 0 4 0',
	pen: 'M4 20h4L19 9l-4-4L4 16Z',
	check: 'm5 12.5 4.5 4.5L19 7.5',
	hourglass: 'M7 3h10M7 21h10M8 3v4l4 5 4-5V3M8 21v-4l4-5 4 5v4',
	flag: 'M6 21V4h12l-2.5 4 2.5 4H6',
	file: 'M7 3h7l5 5v13H7ZM14 3v5h5',
	camera: `M4 8h3.5L9 5.5h6L16.5 8H20v11H4Z${circle(12, 13, 3.5)}`,
	warning: 'M12 4 2.5 20h19ZM12 10v4.5M12 17.3v.1',
	info: `${circle(12, 12, 9)}M12 11v5.5M12 7.5v.1`,
	question: `${circle(12, 12, 9)}M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.1`,
	close: 'M6 6l12 12M18 6 6 18',
	plus: 'M12 5v14M5 12h14',
	'arrow-up': 'M12 19V5M6 11l6-6 6 6',
	'arrow-down': 'M12 5v14M6 13l6 6 6-6',
	'arrow-right': 'M5 12h14M13 6l6 6-6 6',
	'chevron-right': 'm9 5 7 7-7 7',
	'chevron-down': 'm5 9 7 7 7-7',
	external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
	offline:
		'M3 3l18 18M5 12.5a10 10 0 0 1 3.5-2.3M19 12.5a10 10 0 0 0-6-2.9M8.5 16a5 5 0 0 1 5.6-.9M12 19.5v.1M2 8.8a15 15 0 0 1 3-2M22 8.8A15 15 0 0 0 10.5 5',
	sync: 'M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20v-4.5h4.5',
	outbox: 'M12 15V4M8 8l4-4 4 4M4 14v6h16v-6',
	download: 'M12 4v11M8 11l4 4 4-4M4 15v5h16v-5',
	share: 'M12 15V4M8 8l4-4 4 4M7 11H5v9h14v-9h-2',
	phone:
		'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3ZM11 18h2',
	lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
	shield: 'M12 3l7.5 3v5.5c0 4.5-3.2 8-7.5 9.5-4.3-1.5-7.5-5-7.5-9.5V6Z',
	key: `${circle(8, 15.5, 4.5)}M11.2 12.3 20 3.5M16 7.5l3 3M13.2 10.3l2 2`,
	user: `${circle(12, 8, 4)}M4.5 20.5c.8-3.9 3.8-6 7.5-6s6.7 2.1 7.5 6`,
	users: `${circle(9, 8.5, 3.5)}M2.5 20c.6-3.5 3-5.5 6.5-5.5s5.9 2 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .8 3.1 2.6 3.5 5.1`,
	school: 'M12 4 2.5 9 12 14l9.5-5ZM6.5 11.5V17c1.5 1.3 3.3 2 5.5 2s4-.7 5.5-2v-5.5M21.5 9v6',
	book: 'M12 6c-1.8-1.3-4.3-2-8-2v14c3.7 0 6.2.7 8 2 1.8-1.3 4.3-2 8-2V4c-3.7 0-6.2.7-8 2ZM12 6v14',
	calendar: 'M5 5.5h14V20H5ZM5 10h14M8.5 3v4M15.5 3v4',
	coins: `${circle(9, 9, 5.5)}M15.5 9.8a5.5 5.5 0 1 1-5.7 9.3`,
	chart: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6',
	moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
	logout: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H9',
	trash: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5',
	search: `${circle(11, 11, 6.5)}M16 16l4.5 4.5`,
	filter: 'M4 5h16l-6 7.5V19l-4 2v-8.5Z',
	settings: `M4 7h9M17 7h3M4 17h3M11 17h9${circle(15, 7, 2)}${circle(9, 17, 2)}`,
	grip: 'M6 9h12M6 15h12',
	clock: `${circle(12, 12, 9)}M12 7v5l3.5 2`
} as const;

export type IconName = keyof typeof icons;
